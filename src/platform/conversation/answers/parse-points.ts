import type { Parsed } from "../answer.ts";
import type { Question } from "../field.ts";
import { readNumber, readWhole } from "../numerals.ts";
import { retryPhrases } from "../phrases.ts";
import { plainAnswer } from "../plain.ts";
import { simplified } from "../simplified.ts";
import { askBack } from "./ask-back.ts";
import { closeUp, findNumbers } from "./find-numbers.ts";
import { uncovered } from "./reading.ts";
import { showAnswer } from "./show-answer.ts";

/** Tolerance for floating point: 0.3 / 0.1 is not exactly 3. */
const TOLERANCE = 1e-9;
const DEDUCTED = /^(?:应|需|酌情)?[扣减](?:去|掉)?(.+?)分?$/u;

/** Whether a number is within the range and a multiple of the step; the maximum itself always stands (满分). */
export function fitsPoints({ min = 0, max, step = 1 }: Pick<Question, "min" | "max" | "step">, value: number): boolean {
  const steps = (value - min) / step;
  const fitsStep = value === max || Math.abs(steps - Math.round(steps)) < TOLERANCE;
  return value >= min && value <= (max ?? value) && fitsStep;
}

/** Parses 4, ４, 四, 4分, 2。5, 两分半; 满分 is the maximum. */
export function readPoints(text: string, max: number | undefined): number | undefined {
  const plain = simplified(text.normalize("NFKC"));
  if (/^满分?$/.test(plain)) return max;
  const half = /^(.+?)\s*[分个]半$/u.exec(plain)?.[1];
  if (half === undefined) return readNumber(plain.replace(/\s*分$/, ""));
  const whole = readWhole(half);
  return whole === undefined ? undefined : whole + 0.5;
}

/** `points`: within the range, a multiple of the step. */
export function parsePoints(question: Question, typed: string): Parsed {
  const text = closeUp(simplified(plainAnswer(typed)));
  const wrong: Parsed = { ok: false, retry: retryPhrases.points(question) };
  const value = readPoints(text, question.max);
  if (value !== undefined)
    return fitsPoints(question, value) ? { ok: true, value, shown: showAnswer(question, value) } : wrong;
  const deducted = readPoints(DEDUCTED.exec(text)?.[1] ?? "", undefined);
  const numbers = findNumbers(text);
  const values = deducted === undefined ? numbers.map((one) => one.value) : [(question.max ?? Number.NaN) - deducted];
  const possible = values.filter((one) => fitsPoints(question, one)).map((one) => showAnswer(question, one));
  const rest = uncovered(text, numbers).replace(/^分|分$/u, "");
  return /\d/.test(rest) ? wrong : (askBack(plainAnswer(typed), possible, rest) ?? wrong);
}
