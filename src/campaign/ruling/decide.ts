import { recorded } from "../../platform/journal/record.ts";
import { Refusal } from "../../shared/refusal.ts";
import { rulingsAt } from "../definition/rulings-in-force.ts";
import type { DueKind, PersonTurn, Turn } from "../engine/feature.ts";
import { planMoments } from "../engine/schedule/schedule.ts";
import { CONFIRM_CARD, LIST_CARD, ONE_CARD } from "./card-kinds.ts";
import { type OnDatesMoved, refreshDeadlines } from "./effect.ts";
import { rulingPhrases } from "./phrases.ts";
import { effectiveFrom } from "./rules.ts";
import { answerName, type RecordedAnswer } from "./ruling.ts";
import { answersOf, lockRulings, nameOf, rulingsOverTime } from "./store.ts";

export type Verdict = "confirmed" | "declined";

export interface DecideDeps {
  kinds(): readonly DueKind[];
  onDatesMoved: readonly OnDatesMoved[];
  /** What others do when an answer was confirmed; it may take effect only later. */
  onConfirmed: readonly ((turn: Turn, ruling: string) => Promise<void>)[];
}

/** An answer by its name (`R14@2`), by its ruling (`R14`), or, when empty, the only one that waits for this person. */
export interface Decision {
  named: string;
  verdict: Verdict;
  /** The card that is answered otherwise. */
  pressed?: string;
}

/**
 * The named approver confirms an answer, or does not agree. Confirmed, it is in force from its effective time on: what
 * it moves is planned anew.
 *
 * @throws {Refusal} when it waits for somebody else, or no longer waits
 */
export async function decideAnswer(turn: PersonTurn, decision: Decision, deps: DecideDeps): Promise<RecordedAnswer> {
  const { tx, campaign, now, person } = turn;
  await lockRulings(tx, campaign.id);
  const { verdict } = decision;
  const answer = await answerToDecide(turn, decision.named);
  const { ruling, version } = answer;
  const decided = { ...answer, state: verdict, decidedAt: now, effectiveAt: effectiveFrom(answer, now) };
  const rows = [{ table: "ruling_answer" as const, key: { campaign_id: campaign.id, ruling, version } }];
  const act = { campaignId: campaign.id, at: now, actor: person.staffId, action: `ruling.${verdict}`, rows };
  await recorded(tx, { ...act, ruling: answerName(answer) }, async () => {
    await tx.rulingAnswer.update({
      where: { campaignId_ruling_version: { campaignId: campaign.id, ruling, version } },
      data: {
        state: verdict,
        decidedAt: now,
        ...(verdict === "confirmed" ? { effectiveAt: decided.effectiveAt } : {}),
      },
    });
  });
  if (verdict === "confirmed") await takeOver(turn, ruling, deps);
  await tell(turn, decided, decision.pressed);
  return decided;
}

async function answerToDecide(turn: PersonTurn, named: string): Promise<RecordedAnswer> {
  const { tx, campaign, person } = turn;
  const [ruling = "", version] = named.split("@");
  const answers = await answersOf(tx, campaign.id);
  const candidates = answers.filter((one) =>
    version ? answerName(one) === named : one.ruling === ruling || ruling === "",
  );
  const open = candidates.filter(({ state }) => state === "pending");
  const own = ruling === "" ? open.filter(({ approver }) => approver === person.staffId) : open;
  const [answer, second] = own;
  if (second) throw new Refusal("ruling.which", rulingPhrases.whichPending(own.map((one) => one.ruling)));
  if (!answer) throw new Refusal("ruling.not-open", notOpen(ruling, candidates.at(-1)));
  if (answer.approver !== person.staffId) {
    throw new Refusal("ruling.not-named", rulingPhrases.notNamed(answer.ruling, nameOf(campaign, answer.approver)));
  }
  return answer;
}

function notOpen(ruling: string, last: RecordedAnswer | undefined): string {
  if (ruling === "") return rulingPhrases.nothingPendingAtAll();
  return last ? rulingPhrases.notOpen(last) : rulingPhrases.nothingPending(ruling);
}

/** From now on the year is planned under the new answer; cards that show a date follow if it holds already. */
async function takeOver(
  turn: PersonTurn,
  ruling: string,
  { kinds, onDatesMoved, onConfirmed }: DecideDeps,
): Promise<void> {
  const { tx, campaign, now } = turn;
  const steps = await rulingsOverTime(tx, campaign);
  await planMoments(tx, campaign, { kinds: kinds(), now, rulings: steps });
  const after: Turn = { ...turn, rulingsOverTime: steps, rulings: rulingsAt(steps, now) };
  await refreshDeadlines(after, turn.rulings, onDatesMoved);
  for (const then of onConfirmed) await then(after, ruling);
}

async function tell(turn: PersonTurn, answer: RecordedAnswer, pressed: string | undefined): Promise<void> {
  const { tx, campaign, cards, outbox, now, person } = turn;
  const campaignId = campaign.id;
  const when = pressed === undefined ? { now } : { now, except: pressed };
  await cards.touch(tx, { campaignId, kind: CONFIRM_CARD, subject: answerName(answer) }, when);
  await cards.touch(tx, { campaignId, kind: ONE_CARD, subject: answer.ruling }, when);
  await cards.touch(tx, { campaignId, kind: LIST_CARD }, when);
  if (answer.recordedBy === person.staffId) return;
  const view =
    answer.state === "confirmed"
      ? rulingPhrases.told(
          rulingPhrases.confirmedTitle(answer.ruling),
          rulingPhrases.toldConfirmed(answer.ruling, person.name, answer.text),
        )
      : rulingPhrases.told(
          rulingPhrases.declinedTitle(answer.ruling),
          rulingPhrases.toldDeclined(answer.ruling, person.name, answer.text),
        );
  await outbox.say(tx, { kind: "direct", person: answer.recordedBy }, { view });
}
