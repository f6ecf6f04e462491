import { readingOf } from "../definition/rulings-in-force.ts";
import { sourceWords } from "../definition/source-words.ts";
import type { Context } from "../engine/context.ts";
import { executionWords, isByHand } from "./enforcement.ts";
import { comingOf, pendingOf } from "./rules.ts";
import type { RecordedAnswer } from "./ruling.ts";

/** One line of the printed 《口径汇总表》. */
export interface RulingRow {
  id: string;
  question: string;
  /** Part of the plan. */
  source: string;
  /** The answer in force, or the default; undefined while there is neither. */
  text: string | undefined;
  status: "answered" | "coming" | "default" | "open";
  /** Another answer waits for the approver. */
  pending: boolean;
  /** The confirmed answer, with who, when and on what it rests. */
  answer: RecordedAnswer | undefined;
  /** What the program does by it; undefined: people carry it out. */
  execution: string | undefined;
}

/** Every ruling, in the definition's order. @param answers all that were recorded */
export function rulingRows(context: Context, answers: readonly RecordedAnswer[]): RulingRow[] {
  const { campaign, rulings, now } = context;
  const { definition } = campaign;
  return definition.rulings.map(({ id, question, line, default: standing }) => {
    const coming = comingOf(answers, id, now);
    const inForce = answers.findLast(
      ({ ruling, state, effectiveAt }) => ruling === id && state === "confirmed" && effectiveAt <= now,
    );
    const { status } = readingOf(definition, id, rulings);
    const answer = inForce ?? coming;
    return {
      ...{ id, question, source: sourceWords(definition, line), answer },
      text: answer?.text ?? standing?.text,
      status: answer && answer === coming ? "coming" : status,
      pending: pendingOf(answers, id) !== undefined,
      execution: !isByHand(context, id) && status !== "open" ? executionWords(context, id) : undefined,
    };
  });
}
