import { affirms } from "../../../platform/conversation/answers/affirms.ts";
import { talkIn } from "../../../platform/conversation/answers/talk.ts";
import { otherPhrases } from "../../../platform/conversation/other-phrases.ts";
import { partsOfOther } from "../../../platform/conversation/parts-of-other.ts";
import { RefusalError } from "../../../shared/refusal-error.ts";
import { surroundingsOf } from "../../application/surroundings.ts";
import type { PersonContext } from "../../engine/context.ts";
import { asText, saidAsText } from "../../engine/dispatch/command-or-answer.ts";
import { responsibleIn } from "../../engine/on-behalf.ts";
import { takenBackIn } from "../doubts.ts";
import { reportChanged } from "../events.ts";
import { workReportPhrases } from "../phrases.ts";
import { reportingDistricts } from "../rules.ts";
import { lockReports } from "../store.ts";
import type { WorkReport } from "../work-report.ts";
import { isPutOff } from "./contents.ts";
import { contentsPhrases as phrases } from "./phrases.ts";
import { reportPartTable } from "./store.ts";

/** Length of one part in characters; a longer one comes with a new version. */
export const MOST_OF_PART = 3000;

/**
 * Stores parts that a version in force lacks beside it; the version stays as it is. A part given again replaces the one
 * before.
 * @param said the words of each part, by its name; `promotion`: 推广实施
 * @throws {RefusalError} if the district is not the person's, or a part is too long
 */
export async function giveParts(
  context: PersonContext,
  { district, version }: Pick<WorkReport, "district" | "version">,
  said: ReadonlyMap<string, string>,
): Promise<void> {
  const { tx, campaign, now, person, personal } = context;
  if (!reportingDistricts(campaign.definition, person).includes(district))
    throw new RefusalError("work-report.not-yours", workReportPhrases.notYours(campaign.definition));
  requireShort(said);
  await lockReports(tx, campaign.id, district);
  const key = (part: string) => ({ campaignId: campaign.id, district, version, part });
  const rows = [...said.keys()].map((part) =>
    reportPartTable.row({ campaign_id: campaign.id, district, version, part }),
  );
  const texts = new Map<string, { personal: string; hash: string }>();
  for (const [part, text] of said) texts.set(part, { ...(await personal.store(text)) });
  await context.withJournal({ action: "work-report.part-given", rows }, async () => {
    for (const [part, text] of texts) {
      const given = { text, givenBy: person.staffId, givenAt: now, responsible: responsibleIn(context) };
      await tx.workReportPart.upsert({
        where: { campaignId_district_version_part: key(part) },
        create: { ...key(part), ...given },
        update: given,
      });
    }
  });
  context.emit(reportChanged, { district, version });
}

/** 十六个不对是十八个, typed: what is meant, the person has to write. @throws {RefusalError} if a part says so */
export function requireUncorrected(said: ReadonlyMap<string, string>): void {
  for (const [part, text] of said) {
    const takenBack = takenBackIn(text);
    if (takenBack !== undefined)
      throw new RefusalError("work-report.corrected-part", phrases.corrected(phrases.name(part), takenBack));
  }
}

/** A report speaks of cases, of fields and of points, and says whom to call. */
const MAY = ["case", "field", "points", "phone", "correction"] as const;

/**
 * Parts as they are meant: 内容：… as it stands.
 * @throws {RefusalError} if one says what is taken back, or holds what is read elsewhere
 */
export function meantParts(
  context: Pick<PersonContext, "campaign" | "commands">,
  said: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const parts = [...said].map(([part, text]) => {
    const meant = saidAsText(text);
    const other = meant === undefined ? partsOfOther(text, surroundingsOf(context, { may: MAY })) : [];
    return { part, text: meant ?? text, isMeant: meant !== undefined, other };
  });
  requireUncorrected(new Map(parts.filter(({ isMeant }) => !isMeant).map(({ part, text }) => [part, text])));
  const doubt = parts.find(({ other }) => other.length > 0);
  if (!doubt) return new Map(parts.map(({ part, text }) => [part, text]));
  const lines = parts.map(({ part, text, isMeant, other }) =>
    phrases.partTyped(phrases.name(part), isMeant || other.length > 0 ? asText(text) : text),
  );
  const what = phrases.partName(phrases.name(doubt.part));
  const asks = { typed: [phrases.saidAgain(lines)], labels: [otherPhrases.record(what)] };
  throw new RefusalError("work-report.other-part", otherPhrases.asked(doubt.text, what, doubt.other), { asks });
}

/** @throws {RefusalError} if a part is too long, or 同上, y, 收到 was said of it */
export function requireShort(said: ReadonlyMap<string, string>): void {
  const isIdle = (text: string): boolean => talkIn(text) !== undefined || affirms(text) || isPutOff(text);
  const [idle] = [...said].find(([, text]) => isIdle(text)) ?? [];
  if (idle !== undefined)
    throw new RefusalError("work-report.idle-part", phrases.idle(phrases.name(idle), said.get(idle) ?? ""));
  const [long] = [...said].filter(([, text]) => [...text].length > MOST_OF_PART);
  if (!long) return;
  const [part, text] = long;
  throw new RefusalError(
    "work-report.part-too-long",
    phrases.tooLong(phrases.name(part), [...text].length, MOST_OF_PART),
  );
}
