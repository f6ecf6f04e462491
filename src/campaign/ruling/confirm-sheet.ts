import { textView } from "../../platform/chat/view.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import type { Authority } from "../authority/authority.ts";
import { membersWhoMay } from "../directory/member.ts";
import type { PersonContext } from "../engine/context.ts";
import { lockCampaign } from "../engine/lock-campaign.ts";
import { takeEffect } from "./effect.ts";
import { sheetPhrases as phrases } from "./phrases-sheet.ts";
import { sheetOf } from "./sheet.ts";
import { answersOf, rulingAnswerTable, rulingsOverTime } from "./store.ts";

/**
 * Confirms all defaults of the sheet but the excepted. Each counts as answered from now on, with the authority.
 * @returns ids of the confirmed rulings
 * @throws {RefusalError} if there is nothing to confirm, or an exception is not among the defaults
 */
export async function confirmSheet(
  context: PersonContext,
  { except, authority, opinion }: { except: readonly string[]; authority?: Authority; opinion?: string },
): Promise<readonly string[]> {
  const { tx, campaign, now, person, rulings: before } = context;
  await lockCampaign(tx, campaign.id);
  const answers = await answersOf(tx, campaign.id);
  const offered = sheetOf(context, answers).together.map(({ id }) => id);
  const unknown = except.filter((id) => !offered.includes(id));
  if (unknown.length > 0) throw new RefusalError("ruling.unknown-exception", phrases.unknownExcept(unknown));
  const { together } = sheetOf(context, answers, except);
  if (together.length === 0) throw new RefusalError("ruling.nothing-together", phrases.nothingToConfirm());
  const words = opinion === undefined ? undefined : await context.personal.store(opinion);
  const data = together.map(({ id, default: standing }) => ({
    campaignId: campaign.id,
    ruling: id,
    version: (answers.findLast(({ ruling }) => ruling === id)?.version ?? 0) + 1,
    text: standing?.text ?? "",
    ...(standing?.value === undefined ? {} : { value: jsonOf(standing.value) }),
    approver: person.staffId,
    effectiveAt: now,
    state: "confirmed",
    recordedBy: person.staffId,
    recordedAt: now,
    decidedAt: now,
    ...(authority ? { authority: { ...authority } } : {}),
    ...(words ? { opinion: { ...words } } : {}),
  }));
  const rows = data.map(({ ruling, version }) => rulingAnswerTable.row({ campaign_id: campaign.id, ruling, version }));
  await context.withJournal({ action: "ruling.sheet-confirmed", rows }, () => tx.rulingAnswer.createMany({ data }));
  const steps = await rulingsOverTime(tx, campaign);
  await context.replan({ rulings: steps });
  const ids = together.map(({ id }) => id);
  await takeEffect(context.underRulings(steps), { rulings: ids, before });
  await tellRecorders(context, ids.length);
  return ids;
}

const jsonOf = (value: Readonly<Record<string, string | number | boolean | readonly string[]>>) =>
  Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key, Array.isArray(part) ? [...part] : part]),
  ) as Record<string, string | number | boolean | string[]>;

async function tellRecorders({ campaign, people, person, outbox }: PersonContext, count: number): Promise<void> {
  for (const { staffId } of membersWhoMay(campaign.definition, people, "ruling.record")) {
    if (staffId === person.staffId) continue;
    await outbox.say(staffId, textView(phrases.word(), phrases.told(person.name, count), { tone: "done" }));
  }
}
