import { expect, test } from "vitest";
import { chosenOf } from "../../../src/campaign/engine/choice.ts";

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
