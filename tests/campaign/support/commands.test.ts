import { expect, test } from "vitest";
import { numberIn } from "../../../src/campaign/support/commands.ts";

test.each([
  ["3 已协调供电公司", 3, "已协调供电公司"],
  ["第3件：已协调", 3, "已协调"],
  ["１２，不再需要", 12, "不再需要"],
  ["3", 3, ""],
  ["已协调供电公司", undefined, "已协调供电公司"],
  ["3、2个月内解决", 3, "2个月内解决"],
  ["3 2023年已协调", 3, "2023年已协调"],
  ["1-2 好了", undefined, "1-2 好了"],
  ["1、2 已解决", undefined, "1、2 已解决"],
  ["1和2已解决", undefined, "1和2已解决"],
  ["第1、第2件已解决", undefined, "第1、第2件已解决"],
  ["3.5万元已到位", undefined, "3.5万元已到位"],
  ["3号楼已修好", undefined, "3号楼已修好"],
])("%j names request %s and says %j", (typed, number, rest) => {
  expect(numberIn(typed)).toEqual({ number, rest });
});
