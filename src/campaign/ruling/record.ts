import { recorded } from "../../platform/journal/record.ts";
import { type CivilDate, dayOf, momentOf } from "../../shared/civil-date.ts";
import { Refusal } from "../../shared/refusal.ts";
import type { Member } from "../directory/member.ts";
import { mayMember, membersOf } from "../directory/member.ts";
import type { PersonTurn, Turn } from "../engine/feature.ts";
import { readAnswer } from "./answer-value.ts";
import { CONFIRM_CARD, LIST_CARD, ONE_CARD } from "./card-kinds.ts";
import { rulingPhrases } from "./phrases.ts";
import { pendingOf } from "./rules.ts";
import { answerName, type RecordedAnswer } from "./ruling.ts";
import { answersOf, lockRulings } from "./store.ts";

/** Answers and reasons are sentences, not documents. */
const LONGEST = 300;

export interface NewAnswer {
  ruling: string;
  text: string;
  /** Missing: from the confirmation on. */
  effectiveOn?: CivilDate;
  reason?: string;
  approver: Member;
}

/**
 * The organizer records an answer; it waits for its approver and changes nothing before. One that still waited for the
 * same ruling is superseded.
 *
 * @param pressed the card that is answered otherwise
 * @throws {Refusal} when the engine could not enforce it, or the person may not record
 */
export async function recordAnswer(turn: PersonTurn, wanted: NewAnswer, pressed?: string): Promise<RecordedAnswer> {
  const { tx, campaign, now, person } = turn;
  const answer = checked(turn, wanted);
  await lockRulings(tx, campaign.id);
  const known = await answersOf(tx, campaign.id, wanted.ruling);
  const waiting = pendingOf(known, wanted.ruling);
  const version = (known.at(-1)?.version ?? 0) + 1;
  const keyOf = (one: number) => ({ campaign_id: campaign.id, ruling: wanted.ruling, version: one });
  const rows = [version, ...(waiting ? [waiting.version] : [])].map((one) => ({
    table: "ruling_answer" as const,
    key: keyOf(one),
  }));
  const ruling = answerName({ ruling: wanted.ruling, version });
  const act = { campaignId: campaign.id, at: now, actor: person.staffId, action: "ruling.recorded", rows, ruling };
  await recorded(tx, act, async () => {
    await tx.rulingAnswer.updateMany({
      where: { campaignId: campaign.id, ruling: wanted.ruling, state: "pending" },
      data: { state: "superseded", decidedAt: now },
    });
    await tx.rulingAnswer.create({ data: { campaignId: campaign.id, version, ...answer } });
  });
  await showTo(turn, { approver: wanted.approver, ruling, superseded: waiting, pressed });
  const [stored] = (await answersOf(tx, campaign.id, wanted.ruling)).slice(-1);
  if (!stored) throw new Error(`answer ${ruling} was not kept`);
  return stored;
}

/** People who confirm answers. */
export const approversIn = ({ campaign: { definition } }: Pick<Turn, "campaign">): Member[] =>
  membersOf(definition).filter((member) => mayMember(definition, member, "ruling.answer"));

export const mayRecord = ({ campaign, person }: PersonTurn): boolean =>
  mayMember(campaign.definition, person, "ruling.record");

function checked(turn: PersonTurn, { ruling, text, effectiveOn, reason, approver }: NewAnswer) {
  const { campaign, now, person } = turn;
  const today = dayOf(now);
  if (!mayRecord(turn)) throw new Refusal("ruling.may-not-record", rulingPhrases.mayNotRecord());
  if (text === "") throw new Refusal("ruling.no-answer", rulingPhrases.emptyAnswer(ruling));
  for (const [what, words] of [
    [rulingPhrases.answerField(), text],
    [rulingPhrases.reasonField(), reason ?? ""],
  ] as const) {
    if (words.length > LONGEST) {
      throw new Refusal("ruling.too-long", rulingPhrases.tooLong(what, words.length, LONGEST));
    }
  }
  if (effectiveOn !== undefined && effectiveOn < today) {
    throw new Refusal("ruling.past-date", rulingPhrases.pastDate(effectiveOn));
  }
  const read = readAnswer(ruling, text, { definition: campaign.definition, today });
  if (read.kind === "unclear") throw new Refusal("ruling.unclear", rulingPhrases.unclear(ruling, read.forms));
  return {
    ruling,
    text,
    ...(read.kind === "value" ? { value: { ...read.value } } : {}),
    reason: reason === undefined || reason === "" ? null : reason,
    approver: approver.staffId,
    effectiveAt: effectiveOn === undefined || effectiveOn === today ? now : momentOf(effectiveOn),
    state: "pending",
    recordedBy: person.staffId,
    recordedAt: now,
  };
}

async function showTo(
  { tx, campaign, cards, now }: PersonTurn,
  {
    approver,
    ruling,
    superseded,
    pressed,
  }: { approver: Member; ruling: string; superseded: RecordedAnswer | undefined; pressed: string | undefined },
): Promise<void> {
  const campaignId = campaign.id;
  const when = pressed === undefined ? { now } : { now, except: pressed };
  const chat = { kind: "direct", person: approver.staffId } as const;
  if (superseded) await cards.touch(tx, { campaignId, kind: CONFIRM_CARD, subject: answerName(superseded) }, when);
  await cards.show(tx, chat, { campaignId, kind: CONFIRM_CARD, subject: ruling });
  await cards.touch(tx, { campaignId, kind: ONE_CARD, subject: ruling.split("@")[0] ?? "" }, when);
  await cards.touch(tx, { campaignId, kind: LIST_CARD }, when);
}
