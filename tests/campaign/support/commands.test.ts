import { expect, test } from "vitest";
import { numberIn } from "../../../src/campaign/support/commands.ts";

test.each([
  ["3 已协调供电公司", 3, "已协调供电公司"],
  ["第3件：已协调", 3, "已协调"],
  ["１２，不再需要", 12, "不再需要"],
  ["3", 3, ""],
  ["已协调供电公司", undefined, "已协调供电公司"],
])("%j names request %s and says %j", (typed, number, rest) => {
  expect(numberIn(typed)).toEqual({ number, rest });
});
