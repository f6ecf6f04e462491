import { expect, test } from "vitest";
import { saysNothing } from "../../../src/campaign/support/ask.ts";
import { numberIn } from "../../../src/campaign/support/commands.ts";
import { saysUndone, sureIn } from "../../../src/campaign/support/undone.ts";

test.each([
  ["3 已协调供电公司", 3, "已协调供电公司"],
  ["第3件：已协调", 3, "已协调"],
  ["１２，不再需要", 12, "不再需要"],
  ["3", 3, ""],
  ["一 供电公司已经装好了", 1, "供电公司已经装好了"],
  ["第二件已协调", 2, "已协调"],
  ["一次性补助已到位", undefined, "一次性补助已到位"],
  ["已协调供电公司", undefined, "已协调供电公司"],
  ["3、2个月内解决", 3, "2个月内解决"],
  ["3 2023年已协调", 3, "2023年已协调"],
  ["1-2 好了", undefined, "1-2 好了"],
  ["1、2 已解决", undefined, "1、2 已解决"],
  ["1和2已解决", undefined, "1和2已解决"],
  ["第1、第2件已解决", undefined, "第1、第2件已解决"],
  ["3.5万元已到位", undefined, "3.5万元已到位"],
  ["3号楼已修好", undefined, "3号楼已修好"],
  ["1 2 解决了", undefined, "1 2 解决了"],
  ["1 2都解决了", undefined, "1 2都解决了"],
  ["1 2 3", undefined, "1 2 3"],
  ["第2个 同上", 2, "同上"],
  ["第二项 已协调", 2, "已协调"],
  ["第2个月解决", 2, "个月解决"],
  ["1 2个月内解决", 1, "2个月内解决"],
])("%j names request %s and says %j", (typed, number, rest) => {
  expect(numberIn(typed)).toEqual({ number, rest });
});

test.each([
  "第1项已由水务集团列入2023.10计划；第2项未办",
  "不对 没办好",
  "电梯还没修",
  "部分已解决",
  "正在协调供电公司",
  "尚待审批",
])("%j says that it is not done", (outcome) => {
  expect(saysUndone(outcome)).toBe(true);
});

test.each([
  "",
  "已协调供电公司",
  "供电公司已经装好了",
  "不再需要支持",
  "无遗留问题",
  "没有未办事项",
  "未成年人活动室已建成",
])("%j does not", (outcome) => {
  expect(saysUndone(outcome)).toBe(false);
});

test("what is closed all the same is told by the mark behind it", () => {
  expect(sureIn("第2项未办（仍整件办结）")).toEqual({ text: "第2项未办", isSure: true });
  expect(sureIn("第2项未办")).toEqual({ text: "第2项未办", isSure: false });
});

test.each([
  ["同上", true],
  ["略", true],
  ["不变", true],
  ["收到", true],
  ["停车", false],
  ["电梯老旧", false],
  ["管网改造资金不足，请协调", false],
])("%j is nothing that the city could see to: %s", (content, is) => {
  expect(saysNothing(content)).toBe(is);
});
