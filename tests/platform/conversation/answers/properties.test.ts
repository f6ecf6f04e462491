import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseAnswer } from "../../../../src/platform/conversation/answers/parse-answer.ts";
import { showAnswer } from "../../../../src/platform/conversation/answers/show-answer.ts";
import { form, question, when } from "../support/questions.ts";

const questions = [...form.fields, question("date"), question("points", { max: 6 })];
const pieces = fc.constantFrom(
  ..."0123456789.%-／／（），。；年月日号分成点十百二五九有无没待定第个 \n\u0000",
  ..."😀a１\ud800",
  "2022年5月1日",
  "附页",
  "满分",
  "人员伤亡",
  "业主",
  "138",
);
const digits = fc.constantFrom(..."0123456789").map(String);
const number = (from: number, to: number) => fc.integer({ min: from, max: to }).map(String);
/** What could be meant as a phone number, a day, a percentage, a declaration. */
const likely = fc.oneof(
  number(0, 8),
  fc.constantFrom("三", "第二个", "物业", "无", "待定"),
  fc
    .tuple(fc.constantFrom("138", "0575", "010", "8", "400"), fc.array(digits, { minLength: 6, maxLength: 8 }))
    .map(([head, tail]) => `${head}${tail.join("")}`),
  fc
    .tuple(number(1950, 2050), number(1, 12), number(1, 28), fc.constantFrom("-", ".", "/", "年"))
    .map(([year, month, day, mark]) => (mark === "年" ? `${year}年${month}月${day}日` : [year, month, day].join(mark))),
  fc.tuple(number(2, 99), number(0, 99)).map(([whole, part]) => `${whole}.${part}`),
  fc
    .tuple(number(1, 12), number(1, 28), fc.string({ unit: "grapheme" }))
    .map(([month, day, words]) => `有 ${month}月${day}日 ${words}`),
);
const wild = fc.oneof(
  fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join("")),
  fc.string({ unit: "binary" }),
);
const typed = fc.oneof(wild, likely);

describe.each(questions.map((one) => [one.label, one.kind, one] as const))("%s (%s)", (_label, _kind, asked) => {
  test("whatever is typed is read or answered with a sentence", () => {
    fc.assert(
      fc.property(typed, (words) => {
        const parsed = parseAnswer(asked, words, when);
        expect(parsed.ok ? parsed.shown : parsed.retry).not.toBe("");
      }),
    );
  });

  test("what is shown reads as the same answer again", () => {
    fc.assert(
      fc.property(typed, (words) => {
        const parsed = parseAnswer(asked, words, when);
        fc.pre(parsed.ok);
        if (!parsed.ok) return;
        expect(parseAnswer(asked, showAnswer(asked, parsed.value), when)).toEqual(parsed);
      }),
      { numRuns: 60 },
    );
  });
});
