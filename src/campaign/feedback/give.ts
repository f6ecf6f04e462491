import { isNoText } from "../../platform/conversation/answers/not-content.ts";
import { type Talk, talkIn } from "../../platform/conversation/answers/talk.ts";
import { cleanParagraphs } from "../../platform/conversation/plain.ts";
import { withoutSounds } from "../../platform/conversation/spoken.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import { requirePlainReason } from "../application/reason-gate.ts";
import { applicationsOf } from "../application/store.ts";
import { membersWhoMay } from "../directory/member.ts";
import type { PersonContext } from "../engine/context.ts";
import { lockCampaign } from "../engine/lock-campaign.ts";
import { feedbackPhrases as phrases } from "./phrases.ts";
import { type Feedback, feedbackNumbered, feedbackTable } from "./store.ts";

/** Kinds of cards (subject: the number): who said it has one, and each who may answer. */
export const OWN = "feedback.own";
export const RECEIVED = "feedback.received";
/** Who may answer. */
export const ANSWERING = "broadcast.send";
/** Characters. */
const MAX_LENGTH = 1_000;

/** @throws {RefusalError} for an empty or too long text */
export function checkedFeedback(typed: string, empty: string): string {
  const text = withoutSounds(cleanParagraphs(typed)).replace(/^[:：,，]\s*/u, "");
  if (text === "") throw new RefusalError("feedback.empty", empty);
  if (text.length > MAX_LENGTH) throw new RefusalError("feedback.too-long", phrases.tooLong(text.length, MAX_LENGTH));
  return text;
}

const TALK: readonly (Talk | undefined)[] = ["acknowledged", "putOff", "wrong", "elsewhere", "broken"];
/** 撤, 查, 不提了: a word of another work, or of none. */
const IDLE = /^(?:[^\p{Script=Han}]*|\p{Script=Han}|(?:先)?不提了?|没了|不用了|撤[了掉]?|取消[了吧]?)[了吧。.！!]*$/u;

/** An order, an acknowledgement or a single sign: no opinion. */
export const saysNothing = (text: string): boolean =>
  IDLE.test(text.trim()) || isNoText(text) || TALK.includes(talkIn(text));

/** An opinion may be on a case and on a field, and says whom to call. */
const MAY = ["case", "field", "phone"] as const;

interface Said {
  typed: string;
  /** 内容：…: it is meant as it stands. */
  asText?: boolean;
  /** What is sent to say so. */
  asIs(text: string): string;
}

/** @throws {RefusalError} if it holds what is read elsewhere, and was not confirmed */
async function requireOwn(context: PersonContext, text: string, { asText, asIs }: Said): Promise<void> {
  if (asText) return;
  const all = await applicationsOf(context.tx, context.campaign.id);
  const cases = all.map(({ compoundName }) => compoundName);
  requirePlainReason(context, text, { what: phrases.word(), cases, may: MAY, quotes: true, asIs });
}

/** Sends it to everybody who may answer; the person has a card of it, on which the answer will stand. */
export async function give(context: PersonContext, said: Said): Promise<void> {
  const { tx, campaign, now, person, people } = context;
  const text = checkedFeedback(said.typed, phrases.empty());
  if (saysNothing(text)) throw new RefusalError("feedback.idle", phrases.idle(text));
  await requireOwn(context, text, said);
  await lockCampaign(tx, campaign.id);
  const number = (await tx.feedback.count({ where: { campaignId: campaign.id } })) + 1;
  const rows = [feedbackTable.row({ campaign_id: campaign.id, number })];
  await context.withJournal({ action: "feedback.given", rows }, async () => {
    const stored = { ...(await context.personal.store(text)) };
    await tx.feedback.create({
      data: { campaignId: campaign.id, number, text: stored, person: person.staffId, sentAt: now },
    });
  });
  const subject = String(number);
  await context.cards.show(person.staffId, { kind: OWN, subject });
  for (const { staffId } of membersWhoMay(campaign.definition, people, ANSWERING)) {
    if (staffId !== person.staffId) await context.cards.show(staffId, { kind: RECEIVED, subject });
  }
}

/** Answers it, again if need be; the person gets the card once more, so that it is seen. */
export async function answer(context: PersonContext, number: number, typed: string): Promise<Feedback> {
  const { tx, campaign, now, person } = context;
  const text = checkedFeedback(typed, phrases.emptyAnswer());
  const feedback = await feedbackNumbered(tx, campaign.id, number);
  if (!feedback) throw new RefusalError("feedback.unknown", phrases.unknown(String(number)));
  const rows = [feedbackTable.row({ campaign_id: campaign.id, number })];
  await context.withJournal({ action: "feedback.answered", rows }, async () => {
    const stored = { ...(await context.personal.store(text)) };
    await tx.feedback.update({
      where: { campaignId_number: { campaignId: campaign.id, number } },
      data: { answer: stored, answeredBy: person.staffId, answeredAt: now },
    });
  });
  await context.cards.show(feedback.person, { kind: OWN, subject: String(number) });
  await context.cards.refresh({ kind: RECEIVED, subject: String(number) });
  return feedback;
}
