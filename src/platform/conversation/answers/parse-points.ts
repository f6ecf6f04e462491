import type { Parsed } from "../answer.ts";
import type { Question } from "../field.ts";
import { readNumber } from "../numerals.ts";
import { retryPhrases } from "../phrases.ts";
import { compactAnswer } from "../plain.ts";
import { showAnswer } from "./show-answer.ts";

/** Tolerance for floating point: 0.3 / 0.1 is not exactly 3. */
const TOLERANCE = 1e-9;

/** Whether a number is within the range and a multiple of the step; the maximum itself always stands (满分). */
export function fitsPoints({ min = 0, max, step = 1 }: Pick<Question, "min" | "max" | "step">, value: number): boolean {
  const steps = (value - min) / step;
  const fitsStep = value === max || Math.abs(steps - Math.round(steps)) < TOLERANCE;
  return value >= min && value <= (max ?? value) && fitsStep;
}

/** Parses 4, ４, 四, 4分; 满分 is the maximum. */
export function readPoints(text: string, max: number | undefined): number | undefined {
  if (/^满分?$/.test(text)) return max;
  return readNumber(text.replace(/分$/, ""));
}

/** `points`: within the range, a multiple of the step. */
export function parsePoints(question: Question, typed: string): Parsed {
  const value = readPoints(compactAnswer(typed), question.max);
  return value === undefined || !fitsPoints(question, value)
    ? { ok: false, retry: retryPhrases.points(question) }
    : { ok: true, value, shown: showAnswer(question, value) };
}
