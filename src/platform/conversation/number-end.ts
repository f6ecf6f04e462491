import { findPhones, withDigits } from "./answers/find-phones.ts";
import { parseAnswer } from "./answers/parse-answer.ts";
import { commandPhrases as phrases } from "./elsewhere-phrases.ts";
import { labelNames, phoneOf } from "./label-names.ts";
import type { StepContext } from "./moves.ts";
import { readWhole } from "./numerals.ts";
import { openQuestion } from "./open-question.ts";
import type { Step } from "./outcome.ts";
import { labelledPhrases } from "./phrases.ts";
import { plainAnswer } from "./plain.ts";
import { simplified } from "./simplified.ts";

const DIGIT = "[\\d〇零○一二三四五六七八九幺么]";
/** 不对是八八六八, 错了后四位应该是8868 */
const END = new RegExp(
  `^[\\s,，、。嗯呃啊哦]*(?:不对|(?:说|打|写|报|念|记)?错了)[\\s,，、嗯呃啊哦]*(?:(?:最?后|尾数?)面?(?:${DIGIT}[位个])?)?(?:应该|应当)?[是为]?[\\s:：]*(?<end>${DIGIT}{2,8})[吧了啊。\\s]*$`,
  "u",
);
const arabic = (sign: string): string => ("幺么".includes(sign) ? "1" : String(readWhole(sign)));
const MOBILE = /^1\d{10}$/u;

/** 书记电话找到了13967518866不对是8868: the number with the end that corrects it, shown before it is recorded. */
export function numberWithEnd({ form, state, input }: StepContext): Step | undefined {
  const question = openQuestion(form, state);
  if (question?.kind !== "phone") return undefined;
  const text = withDigits(simplified(plainAnswer(input.text)));
  const [only, more] = findPhones(text);
  // By itself it is completed and recorded like any value that is corrected.
  if (!only || more || !MOBILE.test(only.number) || !/\p{Script=Han}/u.test(text.slice(0, only.from))) return undefined;
  const end = END.exec(text.slice(only.to))?.groups?.end?.replaceAll(/\D/gu, arabic);
  if (end === undefined) return undefined;
  const own = form.fields.find((one) => phoneOf(form, one) === question);
  const before = text.slice(0, only.from);
  const isOfOther = labelNames(form).some(
    ({ name, question: of }) =>
      of !== question && of !== own && before.includes(name) && !question.label.includes(name),
  );
  const parsed = parseAnswer(question, only.number.slice(0, -end.length) + end, input);
  if (isOfOther || !parsed.ok) return undefined;
  const line = labelledPhrases.line(question.label, parsed.shown);
  const sentence = phrases.numberWithEnd(input.text.trim(), line);
  return { state, outcome: { kind: "retry", question, sentence, readings: [line] } };
}
