import { affirms } from "../../platform/conversation/answers/affirms.ts";
import { isNoText } from "../../platform/conversation/answers/not-content.ts";
import { talkIn } from "../../platform/conversation/answers/talk.ts";
import { cleanParagraphs } from "../../platform/conversation/plain.ts";
import { withoutSaidAround } from "../../platform/conversation/said-around.ts";
import { withoutSounds } from "../../platform/conversation/spoken.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import { requirePlainReason } from "../application/reason-gate.ts";
import { applicationsOf } from "../application/store.ts";
import { membersWhoMay } from "../directory/member.ts";
import type { PersonContext } from "../engine/context.ts";
import { lockCampaign } from "../engine/lock-campaign.ts";
import { responsibleIn } from "../engine/on-behalf.ts";
import { CARD } from "./actions.ts";
import { supportChanged } from "./events.ts";
import { supportPhrases as phrases, supportRefusals as refusals } from "./phrases.ts";
import { supportOf, supportTable } from "./store.ts";
import { isOpen, type SupportRequest } from "./support.ts";

const MOST_WORDS = 500;

/** 略, 无, 待定: a single sign, or what stands for nothing. */
const EMPTY = /^(?:[^\p{Script=Han}]*|\p{Script=Han}|暂无|没有|没了|待定|同前|如题|见附件)$/u;

/** 同上, 略, 不变, 收到: no matter that the city could see to. */
export const saysNothing = (content: string): boolean =>
  EMPTY.test(content.trim()) || talkIn(content) !== undefined || affirms(content) || isNoText(content);

export interface Asking {
  district: string;
  caseId: string | undefined;
  /** Name of what it is for. */
  about: string;
  content: string;
  /** 内容：…, or the field of a card: it is meant as it stands. */
  asText?: boolean;
  /** What is sent to say so; left out: the command with it. */
  asIs?(content: string): string;
}

/** Cleans a text. @throws {RefusalError} if it is too long */
export function textIn(label: string, typed: string): string {
  const text = cleanParagraphs(withoutSounds(withoutSaidAround(typed))).trim();
  const { length } = [...text];
  if (length > MOST_WORDS) throw new RefusalError("support.too-long", refusals.tooLong(label, length, MOST_WORDS));
  return text;
}

/**
 * Asks the city for support of a case, from the first stage on. The organizers get it as a card.
 * @returns its number
 * @throws {RefusalError} if it says nothing, or the same was asked already
 */
export async function askSupport(context: PersonContext, asking: Asking): Promise<number> {
  const { tx, campaign, now, person, people, personal } = context;
  const { district, caseId } = asking;
  const content = textIn(phrases.contentLabel(), asking.content);
  if (content === "") throw new RefusalError("support.no-content", refusals.noContent());
  if (saysNothing(content)) throw new RefusalError("support.idle", refusals.idle(content));
  await requireOwn(context, { ...asking, content });
  await lockCampaign(tx, campaign.id);
  const all = await supportOf(context);
  const same = all.find((one) => isOpen(one) && one.district === district && one.content === content);
  if (same?.about === asking.about) throw new RefusalError("support.same", refusals.same(same.number));
  const number = (all.at(-1)?.number ?? 0) + 1;
  const texts = {
    about: { ...(await personal.store(asking.about)) },
    content: { ...(await personal.store(content)) },
  };
  const rows = [supportTable.row({ campaign_id: campaign.id, number })];
  await context.withJournal({ action: "support.asked", rows, caseId }, () =>
    tx.supportRequest.create({
      data: {
        ...{ campaignId: campaign.id, number, district, caseId: caseId ?? null, ...texts, state: "asked" },
        ...{ askedBy: person.staffId, askedAt: now, responsible: responsibleIn(context) },
      },
    }),
  );
  context.emit(supportChanged, { number, district, caseId });
  for (const { staffId } of membersWhoMay(campaign.definition, people, "application.return"))
    await context.cards.show(staffId, { kind: CARD, subject: String(number) });
  return number;
}

/** Other cases may have to do with it, and there is somebody to call. */
const MAY = ["case", "phone"] as const;

/** @throws {RefusalError} if it holds what is read elsewhere, and was not confirmed */
async function requireOwn(context: PersonContext, asking: Asking): Promise<void> {
  const { district, about, content, asText, asIs = (text) => phrases.typedAsIs(about, text) } = asking;
  if (asText) return;
  const all = await applicationsOf(context.tx, context.campaign.id, { district });
  const cases = all.map(({ compoundName }) => compoundName);
  requirePlainReason(context, content, {
    what: phrases.contentLabel(),
    own: about,
    cases,
    may: MAY,
    quotes: true,
    asIs,
  });
}

/** @throws {RefusalError} if there is none of that number in the given districts */
export async function requestNumbered(
  context: PersonContext,
  asked: number | undefined,
  isSeen: (district: string) => boolean,
): Promise<SupportRequest> {
  const number = asked ?? Number.NaN;
  if (!Number.isInteger(number)) throw new RefusalError("support.which", refusals.which());
  const [found] = await supportOf(context, { number });
  if (!found || !isSeen(found.district)) throw new RefusalError("support.none", refusals.noSuch(number));
  return found;
}
