import { isFigures } from "./answers/data-only.ts";
import { parseAnswer } from "./answers/parse-answer.ts";
import type { Question } from "./field.ts";
import type { FormState } from "./form-state.ts";
import { answering, type StepContext } from "./moves.ts";
import { openQuestion } from "./open-question.ts";
import type { Step } from "./outcome.ts";
import { stepPhrases } from "./phrases.ts";
import { viewPhrases } from "./view-phrases.ts";

/** 3-7: a row of the rubric, and no field. */
export const isRowNumber = (name: string): boolean => /^[1-9]\s*[-－–—杠.]\s*\d{1,2}$/u.test(name);

/** A correction of a field that is not clear: those of the nearest that could have the value are offered with it. */
export function whichFieldOf(
  { state, input }: StepContext,
  candidates: readonly Question[],
  value: string,
): Extract<Step["outcome"], { kind: "whichField" }> {
  // 12栋580户 is no address.
  const all = isFigures(value) ? candidates.filter(({ kind }) => kind !== "text") : candidates;
  const fitting = all.flatMap((question) => {
    const parsed = parseAnswer(question, value, answering(input));
    return parsed.ok && state.answers[question.key] !== parsed.value && typeof parsed.value === "string"
      ? [stepPhrases.changeTyped(question.label, parsed.value)]
      : [];
  });
  return { kind: "whichField", candidates, ...(fitting.length > 0 ? { readings: fitting } : {}) };
}

/** What was asked for last and is not settled: a correction. */
export const correctionsAsked = ({ readings = [] }: Pick<FormState, "readings">): readonly string[] =>
  readings.filter((reading) => reading.includes(stepPhrases.changesTo()));

/** 提交 after a correction that was asked about: it is named once, before all is handed in without it. */
export function withCorrection({ form }: Pick<StepContext, "form">, before: FormState, done: Step): Step {
  const asked = correctionsAsked(before);
  if (done.outcome.kind !== "submit" || asked.length === 0 || openQuestion(form, before)) return done;
  return { ...done, outcome: { kind: "review", notes: [viewPhrases.correctionOpen(asked)] } };
}
