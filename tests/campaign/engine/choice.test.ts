import { expect, test } from "vitest";
import { choiceIn, choiceState, chosenOf } from "../../../src/campaign/engine/choice.ts";

const choices = [
  { name: "舜江名邸", typed: "继续填写 1" },
  { name: "曹娥花园", typed: "继续填写 2" },
  { name: "曹娥新村", typed: "继续填写 3" },
  { name: "另填一份", typed: "另填一份" },
];
const typed = (text: string): string | undefined => chosenOf(choices, text)?.typed;

test.each([
  ["曹娥花园", "继续填写 2"],
  ["曹娥花园。", "继续填写 2"],
  ["舜江", "继续填写 1"],
  ["1", "继续填写 1"],
  ["第三个", "继续填写 3"],
  ["4", "另填一份"],
])("%s is one of those asked about", (text, meant) => {
  expect(typed(text)).toBe(meant);
});

test.each(["曹娥", "0", "5", "知道了，明天弄", "舜江名邸弄到哪了", "府山街道办事处", ""])(
  "%s is none, or not one",
  (text) => {
    expect(typed(text)).toBeUndefined();
  },
);

test("of those with the same name only the number tells", () => {
  const same = [...choices, { name: "曹娥花园", typed: "继续填写 5" }];

  expect(chosenOf(same, "曹娥花园")).toBeUndefined();
  expect(chosenOf(same, "5")?.typed).toBe("继续填写 5");
});

test("words that are an answer to the question of before stay one", () => {
  const state = choiceState(
    [
      { name: "提交", typed: "提交", answers: true },
      { name: "推荐", typed: "推荐" },
    ],
    {
      kind: "application.form",
      state: { draftId: "1" },
    },
  );

  expect(choiceIn(state)).toEqual({
    choices: [
      { name: "提交", typed: "提交", answers: true },
      { name: "推荐", typed: "推荐" },
    ],
    before: { kind: "application.form", state: { draftId: "1" } },
  });
});
