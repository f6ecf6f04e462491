import { expect, test } from "vitest";
import { readTurn, THEN, turnField } from "../../../src/platform/conversation/page-turn.ts";

test("the last field of a page offers the next page, the one before, and leaving; the first page has none before", () => {
  expect(turnField({ isFirst: false })).toEqual({
    ...{ name: "then", label: "完成后", kind: "select", required: false, value: "next" },
    options: [
      { value: "next", text: "下一页" },
      { value: "back", text: "上一页" },
      { value: "leave", text: "保存退出" },
    ],
  });
  expect(turnField({ isFirst: true }).options?.map(({ value }) => value)).toEqual(["next", "leave"]);
});

test.each([
  ["leave", "leave"],
  ["保存退出", "leave"],
  [["back"], "back"],
  [undefined, "next"],
  ["elsewhere", "next"],
] as const)("%j turns to %s, and is no value of the page", (then, turn) => {
  expect(readTurn({ rate: "92.5", then })).toEqual({ turn, values: { rate: "92.5" } });
});

test("where no page follows, what comes next is the whole sheet", () => {
  const texts = turnField({ isFirst: false, isLast: true }).options?.map(({ text }) => text);
  expect(texts).toEqual(["核对全表", "上一页", "保存退出"]);
  expect(readTurn({ [THEN]: "核对全表" })).toEqual({ turn: "next", values: {} });
});
