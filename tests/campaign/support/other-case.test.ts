import { expect, test } from "vitest";
import { otherAtHead } from "../../../src/campaign/support/other-case.ts";

const names = ["鹿山花园", "鹿山嘉园", "城南新村"];
const other = (content: string) => otherAtHead(content, names, "鹿山花园");

test.each([
  ["加梯资金，嘉园 也要", "鹿山嘉园"],
  ["加梯资金；城南新村的管网也请协调", "城南新村"],
  ["加梯资金\n2、嘉园也要", "鹿山嘉园"],
  ["加梯资金，城南也要", "城南新村"],
  ["鹿山嘉园管网", "鹿山嘉园"],
])("%j asks for another case too", (content, name) => {
  expect(other(content)).toBe(name);
});

test.each(["加梯资金，花园内道路", "管网老化，新村改造资金不足", "与嘉园共用的管网", "鹿山花园加梯"])(
  "%j is of the own case",
  (content) => {
    expect(other(content)).toBeUndefined();
  },
);
