import { type CivilDate, dayOf, momentOf } from "../../shared/civil-date.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import { rulingById } from "../definition/rulings-in-force.ts";
import type { Member } from "../directory/member.ts";
import type { PersonContext } from "../engine/context.ts";
import { lockCampaign } from "../engine/lock-campaign.ts";
import { readAnswer } from "./answer-value.ts";
import { rulingRecorded } from "./events.ts";
import { rulingPhrases } from "./phrases.ts";
import { mayRecord, pendingOf } from "./rules.ts";
import { answerName, type RecordedAnswer } from "./ruling.ts";
import { answersOf, rulingAnswerTable } from "./store.ts";

/** Confirmation card of an answer, also shows the decision; subject: `R14@2`. */
export const CONFIRM_CARD = "ruling.confirm";

/** In characters, for answers and reasons. */
const MAX_LENGTH = 300;

export interface NewAnswer {
  ruling: string;
  text: string;
  /** Omitted: effective at confirmation. */
  effectiveOn?: CivilDate;
  reason?: string;
  approver: Member;
}

/**
 * Records an answer as pending, without effect until confirmed. Supersedes a pending answer to the same ruling.
 *
 * @throws {RefusalError} if the answer is not machine-readable where required, or the person may not record
 */
export async function recordAnswer(context: PersonContext, wanted: NewAnswer): Promise<RecordedAnswer> {
  const { tx, campaign, now } = context;
  const { ruling } = wanted;
  const checked = check(context, wanted);
  await lockCampaign(tx, campaign.id);
  const known = await answersOf(tx, campaign.id, ruling);
  const waiting = pendingOf(known, ruling);
  const version = (known.at(-1)?.version ?? 0) + 1;
  const answer = answerName({ ruling, version });
  const rows = [{ version }, ...(waiting ? [waiting] : [])].map((one) =>
    rulingAnswerTable.row({ campaign_id: campaign.id, ruling, version: one.version }),
  );
  await context.withJournal({ action: "ruling.recorded", rows, ruling: answer }, async () => {
    await tx.rulingAnswer.updateMany({
      where: { campaignId: campaign.id, ruling, state: "pending" },
      data: { state: "superseded", decidedAt: now },
    });
    await tx.rulingAnswer.create({ data: { campaignId: campaign.id, version, ...checked } });
  });
  await context.cards.show(wanted.approver.staffId, { kind: CONFIRM_CARD, subject: answer });
  context.emit(rulingRecorded, { ruling, answer, ...(waiting ? { superseded: answerName(waiting) } : {}) });
  const stored = (await answersOf(tx, campaign.id, ruling)).at(-1);
  if (!stored) throw new Error(`answer ${answer} was not stored`);
  return stored;
}

/** @throws {RefusalError} if the program needs a value and there is none, or more than one */
function valueIn({ campaign, now, rulings }: PersonContext, { ruling, text }: Pick<NewAnswer, "ruling" | "text">) {
  const { definition } = campaign;
  const standing = rulingById(definition, ruling).default;
  if (standing && text === standing.text) return standing.value;
  const read = readAnswer(ruling, text, { definition, today: dayOf(now), rulings });
  if (read.kind === "unclear") throw new RefusalError("ruling.unclear", rulingPhrases.unclear(ruling, read.forms));
  if (read.kind === "several") throw new RefusalError("ruling.several", rulingPhrases.several(read.readings));
  return read.kind === "value" ? read.value : undefined;
}

function check(context: PersonContext, wanted: NewAnswer) {
  const { campaign, now, person } = context;
  const { ruling, text, effectiveOn, reason, approver } = wanted;
  const { definition } = campaign;
  const today = dayOf(now);
  if (!mayRecord(definition, person)) {
    throw new RefusalError("ruling.may-not-record", rulingPhrases.mayNotRecord(context.campaign.definition));
  }
  if (text === "") throw new RefusalError("ruling.no-answer", rulingPhrases.emptyAnswer(ruling));
  for (const [what, words] of [
    [rulingPhrases.answerField(), text],
    [rulingPhrases.reasonField(), reason ?? ""],
  ] as const) {
    if (words.length > MAX_LENGTH) {
      throw new RefusalError("ruling.too-long", rulingPhrases.tooLong(what, words.length, MAX_LENGTH));
    }
  }
  if (effectiveOn !== undefined && effectiveOn < today) {
    throw new RefusalError("ruling.past-date", rulingPhrases.pastDate(effectiveOn));
  }
  const value = valueIn(context, { ruling, text });
  return {
    ruling,
    text,
    ...(value ? { value: { ...value } } : {}),
    reason: reason === undefined || reason === "" ? null : reason,
    approver: approver.staffId,
    effectiveAt: effectiveOn === undefined || effectiveOn === today ? now : momentOf(effectiveOn),
    state: "pending",
    recordedBy: person.staffId,
    recordedAt: now,
  };
}
