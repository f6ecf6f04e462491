import type { Parsed } from "../answer.ts";
import type { Question } from "../field.ts";
import { retryPhrases } from "../phrases.ts";
import { plainAnswer } from "../plain.ts";
import { simplified } from "../simplified.ts";
import { askBack } from "./ask-back.ts";
import { closeUp, findNumbers } from "./find-numbers.ts";
import { type Span, uncovered } from "./reading.ts";
import { showAnswer } from "./show-answer.ts";

const hundredths = (value: number): boolean => Math.abs(value * 100 - Math.round(value * 100)) < 1e-6;
const fits = (value: number): boolean => value >= 0 && value <= 100 && hundredths(value);
/** 92,5: a decimal comma, or two numbers. */
const COMMA = /^(\d{1,2}),(\d{1,2})%?$/;
/** Its numbers are no percentages. */
const DATE =
  /(?:20)?\d\d年(?:\d{1,2}月)?(?:\d{1,2}[日号]?)?|20\d\d[-/.]\d{1,2}[-/.]\d{1,2}|(?:\d{1,2}|[一二三四五六七八九十]{1,3})月(?:(?:\d{1,2}|[一二三四五六七八九十廿卅]{1,3})[日号]?)?/gu;
/** 12部, 560户: of things. */
const COUNTED = /^\s*(?:[部户栋幢个人层套次处元万亿名家条台辆岁期位号米]|平方|平米|㎡)/u;
/** In characters: a longer text that names no share has none. */
const LONGEST = 30;
const isProse = (text: string): boolean => [...text].length > LONGEST && !/率|比例|百分/u.test(text);
const SAYS_NOTHING =
  /交付率|入住率|比率|比例|达到?|[是为共约]?(?<=[是为共])|目前|现[在已]?|已|[\s,，;；:：。、()（）]/gu;

/** What stands beside the numbers, letter for letter: before the first, or else behind the last. */
function besides(text: string, numbers: readonly Span[]): string {
  const before = text.slice(0, numbers[0]?.from);
  const after = text.slice(numbers.at(-1)?.to ?? text.length);
  return [before, after]
    .map((one) => one.replace(/^[\s,，;；:：。、]+|[\s,，;；:：。、]+$/gu, ""))
    .filter((one) => one.replaceAll(SAYS_NOTHING, "") !== "")
    .join("」「");
}

/**
 * `percent`: 95, 95%, 百分之九十五, 九成五, 9成5, 92个百分点. A bare 0.95 is ambiguous (95 % or 0.95 %), so the person is
 * asked; so they are where more is said than the number (约92).
 */
export function parsePercent(question: Question, typed: string): Parsed {
  const text = closeUp(simplified(plainAnswer(typed)));
  const shown = (value: number): string => showAnswer(question, value);
  const wrong: Parsed = { ok: false, retry: retryPhrases.percent(question) };
  const comma = COMMA.exec(text);
  if (comma) return askBack(text, [shown(Number(`${comma[1]}.${comma[2]}`))], ",") ?? wrong;
  const dates = [...text.matchAll(DATE)].map(({ index, 0: date }) => ({ from: index, to: index + date.length }));
  const numbers = findNumbers(text).filter(({ from }) => !dates.some((date) => from >= date.from && from < date.to));
  const [first, ...more] = numbers;
  if (first === undefined || numbers.some(({ value }) => Number.isNaN(value))) return wrong;
  const rest = uncovered(text, numbers).replaceAll(SAYS_NOTHING, "");
  if (more.length > 0 || rest !== "") {
    const signed = numbers.filter((one) => one.percent && fits(one.value));
    const shares = numbers.filter(
      ({ value, to, percent }) => fits(value) && (percent || !COUNTED.test(text.slice(to))),
    );
    const fitting = signed.length === 1 ? signed : isProse(text) ? signed : shares;
    const beside = besides(text, fitting);
    return /\d/.test(rest.replaceAll(DATE, ""))
      ? wrong
      : (askBack(
          plainAnswer(typed),
          fitting.map(({ value }) => shown(value)),
          beside,
        ) ?? wrong);
  }
  const { value, percent } = first;
  if (!percent && value > 0 && value <= 1 && /[.。·点]/.test(text))
    return {
      ok: false,
      retry: retryPhrases.fraction(String(value)),
      readings: [shown(Number((value * 100).toFixed(4))), shown(value)],
    };
  return fits(value) ? { ok: true, value, shown: shown(value) } : wrong;
}
