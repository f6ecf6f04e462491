import { textView } from "../../platform/chat/view.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import type { Authority } from "../authority/authority.ts";
import { standsInFor } from "../directory/member.ts";
import type { PersonContext } from "../engine/context.ts";
import { lockCampaign } from "../engine/lock-campaign.ts";
import { takeEffect } from "./effect.ts";
import { rulingDecided } from "./events.ts";
import { rulingPhrases } from "./phrases.ts";
import { effectiveFrom } from "./rules.ts";
import { answerName, type RecordedAnswer } from "./ruling.ts";
import { answersOf, rulingAnswerTable, rulingsOverTime } from "./store.ts";

export type AnswerVerdict = "confirmed" | "declined";

/** `named`: the answer (`R14@2`), its ruling (`R14`), or empty for the only one pending for this person. */
export interface Verdict {
  named: string;
  verdict: AnswerVerdict;
  authority?: Authority;
  /** Words beside the decision. */
  opinion?: string;
}

/**
 * Confirms or declines an answer, by its approver. A confirmed answer takes effect at its effective time and
 * reschedules due moments.
 *
 * @throws {RefusalError} if another approver is named or the answer is not pending
 */
export async function decideAnswer(
  context: PersonContext,
  { named, verdict, authority, opinion }: Verdict,
): Promise<RecordedAnswer> {
  const { tx, campaign, now } = context;
  await lockCampaign(tx, campaign.id);
  const answer = await answerToDecide(context, named);
  const { ruling, version } = answer;
  const words = opinion === undefined ? undefined : await context.personal.store(opinion);
  const beside = { ...(authority ? { authority: { ...authority } } : {}), ...(words ? { opinion: { ...words } } : {}) };
  const decided = { ...answer, state: verdict, decidedAt: now, effectiveAt: effectiveFrom(answer, now) };
  const rows = [rulingAnswerTable.row({ campaign_id: campaign.id, ruling, version })];
  await context.withJournal({ action: `ruling.${verdict}`, rows, ruling: answerName(answer) }, async () => {
    await tx.rulingAnswer.update({
      where: { campaignId_ruling_version: { campaignId: campaign.id, ruling, version } },
      data: {
        state: verdict,
        decidedAt: now,
        ...beside,
        ...(verdict === "confirmed" ? { effectiveAt: decided.effectiveAt } : {}),
      },
    });
  });
  await raiseEvents(context, decided, verdict);
  await tellRecorder(context, decided, opinion);
  return { ...decided, ...(authority ? { authority } : {}), ...(words ? { opinion: words } : {}) };
}

/** @throws {RefusalError} as {@link decideAnswer} */
export async function answerToDecide({ tx, campaign, person }: PersonContext, named: string): Promise<RecordedAnswer> {
  const [ruling = "", version] = named.split("@");
  const answers = await answersOf(tx, campaign.id);
  const candidates = answers.filter((one) =>
    version ? answerName(one) === named : one.ruling === ruling || ruling === "",
  );
  const open = candidates.filter(({ state }) => state === "pending");
  const isOwn = ({ approver }: RecordedAnswer) =>
    approver === person.staffId || standsInFor(person, { role: "approver" }, approver);
  const own = ruling === "" ? open.filter(isOwn) : open;
  const [answer, second] = own;
  if (second)
    throw new RefusalError("ruling.which", rulingPhrases.whichPending(own.map((one) => one.ruling)), {
      choices: own.map((one) => one.ruling),
    });
  if (!answer) throw new RefusalError("ruling.not-open", notOpen(ruling, candidates.at(-1)));
  if (!isOwn(answer)) {
    throw new RefusalError("ruling.not-named", rulingPhrases.notNamed(answer.ruling, answer.approverName));
  }
  return answer;
}

function notOpen(ruling: string, last: RecordedAnswer | undefined): string {
  if (ruling === "") return rulingPhrases.nothingPendingAtAll();
  return last ? rulingPhrases.notOpen(last) : rulingPhrases.nothingPending(ruling);
}

async function raiseEvents(context: PersonContext, answer: RecordedAnswer, verdict: AnswerVerdict): Promise<void> {
  const { tx, campaign, now, rulings } = context;
  const { ruling, effectiveAt } = answer;
  const decided = { ruling, answer: answerName(answer), verdict };
  if (verdict === "declined") return context.emit(rulingDecided, decided);
  const steps = await rulingsOverTime(tx, campaign);
  await context.replan({ rulings: steps });
  const after = context.underRulings(steps);
  after.emit(rulingDecided, decided);
  if (effectiveAt <= now) await takeEffect(after, { rulings: [ruling], before: rulings });
}

async function tellRecorder(
  { outbox, person }: PersonContext,
  answer: RecordedAnswer,
  opinion: string | undefined,
): Promise<void> {
  if (answer.recordedBy === person.staffId) return;
  const { ruling, text } = answer;
  const view =
    answer.state === "confirmed"
      ? textView(rulingPhrases.confirmedTitle(ruling), rulingPhrases.toldConfirmed(ruling, person.name, text, opinion))
      : textView(rulingPhrases.declinedTitle(ruling), rulingPhrases.toldDeclined(ruling, person.name, text, opinion));
  await outbox.say(answer.recordedBy, view);
}
