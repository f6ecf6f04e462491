import { shanghaiIso } from "../../shared/civil-date.ts";
import { noRulings, type RulingsInForce } from "../definition/rulings-in-force.ts";
import type { Context } from "../engine/context.ts";
import type { DueKind } from "../engine/feature.ts";
import { deadlinesMoved } from "../stage/events.ts";
import { rulingsChanged } from "./events.ts";
import { rulingPhrases } from "./phrases.ts";
import { movesBetween } from "./rules.ts";
import { answerName } from "./ruling.ts";
import { answersOf } from "./store.ts";

/**
 * Raises the events for answers that took effect.
 * @param context with the new answers
 */
export async function takeEffect(
  context: Context,
  { rulings, before }: { rulings: readonly string[]; before: RulingsInForce },
): Promise<void> {
  const answers = await answersOf(context.tx, context.campaign.id);
  const waiting = answers.filter(({ ruling, state }) => state === "pending" && rulings.includes(ruling));
  if (movesBetween(context.campaign, before, context.rulings).length > 0) context.emit(deadlinesMoved, {});
  context.emit(rulingsChanged, { rulings, waiting: waiting.map(answerName) });
}

/** Applies answers confirmed before their effective date. */
export const rulingEffect: DueKind = {
  kind: "ruling.effect",
  moments: (_campaign, steps) =>
    steps.filter(({ foreseen }) => foreseen).map(({ from }) => ({ key: shanghaiIso(from), dueAt: from })),
  label: () => rulingPhrases.effectLabel(),
  async fire(context, { dueAt }) {
    const { tx, campaign, rulingsOverTime } = context;
    const answers = await answersOf(tx, campaign.id);
    const rulings = answers
      .filter(({ state, effectiveAt }) => state === "confirmed" && effectiveAt.getTime() === dueAt.getTime())
      .map(({ ruling }) => ruling);
    const before = rulingsOverTime.findLast(({ from }) => from < dueAt)?.inForce ?? noRulings;
    await takeEffect(context.underRulings(rulingsOverTime, dueAt), { rulings, before });
    return "done";
  },
};
