import type { RulingAnswer, RulingsOverTime } from "../definition/rulings-in-force.ts";
import type { RecordedAnswer } from "./ruling.ts";

/** The answers in force from each moment at which one takes effect: of each ruling the newest that has. */
export function stepsOf(
  confirmed: readonly RecordedAnswer[],
  asRead: (answer: RecordedAnswer) => RulingAnswer,
): RulingsOverTime {
  const times = [...new Set(confirmed.map(({ effectiveAt }) => effectiveAt.getTime()))].sort((a, b) => a - b);
  return times.map((time) => {
    const inForce = confirmed
      .filter(({ effectiveAt }) => effectiveAt.getTime() <= time)
      .sort((a, b) => a.version - b.version);
    return {
      from: new Date(time),
      inForce: new Map(inForce.map((answer) => [answer.ruling, asRead(answer)])),
      foreseen: confirmed.some(
        ({ effectiveAt, decidedAt }) =>
          effectiveAt.getTime() === time && decidedAt !== undefined && decidedAt < effectiveAt,
      ),
    };
  });
}

/** An answer never holds before it is confirmed. */
export const effectiveFrom = (answer: Pick<RecordedAnswer, "effectiveAt">, now: Date): Date =>
  answer.effectiveAt > now ? answer.effectiveAt : now;

/** A confirmed answer that takes effect later than now; the newest, if there are several. */
export const comingOf = (answers: readonly RecordedAnswer[], ruling: string, now: Date): RecordedAnswer | undefined =>
  answers.findLast((answer) => answer.ruling === ruling && answer.state === "confirmed" && answer.effectiveAt > now);

/** The answer that waits for its approver; at most one a ruling. */
export const pendingOf = (answers: readonly RecordedAnswer[], ruling: string): RecordedAnswer | undefined =>
  answers.find((answer) => answer.ruling === ruling && answer.state === "pending");
