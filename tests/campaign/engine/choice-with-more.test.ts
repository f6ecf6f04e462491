import { expect, test } from "vitest";
import { chosenWithMore } from "../../../src/campaign/engine/choice.ts";

const choices = [
  { name: "湖塘雅苑", typed: "初评 湖塘雅苑" },
  { name: "湖塘雅苑二期", typed: "初评 湖塘雅苑二期" },
  { name: "曹娥花园", typed: "修改申报 曹娥花园 曹娥路2号" },
  { name: "江南", typed: "继续填写 1" },
];

test.each([
  ["湖塘雅苑 1-2 3 会议不全", "初评 湖塘雅苑 1-2 3 会议不全"],
  ["湖塘雅苑二期，其余满分", "初评 湖塘雅苑二期 其余满分"],
  ["湖塘雅苑：一 4 4 4 5 3", "初评 湖塘雅苑 一 4 4 4 5 3"],
])("%s is the chosen one with what is said of it", (typed, sent) => {
  expect(chosenWithMore(choices, typed)).toBe(sent);
});

test.each(["湖塘雅苑", "湖塘雅苑的分数", "曹娥花园 1-2 3", "江南 1-2 3", "1-2 3", ""])("%s is none", (typed) => {
  expect(chosenWithMore(choices, typed)).toBeUndefined();
});

test("of two with one name none is chosen", () => {
  const same = [1, 2].map(() => ({ name: "雅苑", typed: "初评 雅苑" }));
  expect(chosenWithMore(same, "雅苑 1-2 3")).toBeUndefined();
});
