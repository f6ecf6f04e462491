import type { Definition } from "../src/campaign/definition/definition.ts";
import { isOpen, rulingDeciding } from "../src/campaign/definition/purposes.ts";
import { noRulings } from "../src/campaign/definition/rulings-in-force.ts";
import type { Decision } from "../src/campaign/definition/schema/decisions.ts";

/** What the approver answers where the plan leaves it open and selecting or publishing waits for it. */
const ANSWERS: readonly [Decision, (candidates: number) => string][] = [
  ["rankingBasis", () => "以区级初评分为准"],
  ["noticePeriod", () => "不公示"],
  ["numberSelected", (candidates) => `${candidates}个`],
];

export const openAnswers = (definition: Definition, candidates: number): { ruling: string; text: string }[] =>
  ANSWERS.flatMap(([decision, textOf]) => {
    const ruling = rulingDeciding(definition, decision);
    const isWaiting = ruling !== undefined && isOpen(definition, decision, noRulings);
    return isWaiting ? [{ ruling: ruling.id, text: textOf(candidates) }] : [];
  });
