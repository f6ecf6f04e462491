import { expect, test } from "vitest";
import { lineRules } from "../../../src/campaign/scoring/line-rules.ts";
import { askedReasons, withoutAskedAgain } from "../../../src/campaign/scoring/other-in-reasons.ts";
import { readScoreLine } from "../../../src/platform/conversation/score-line.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";

const rules = lineRules(shaoxing, new Map());
const around = {
  own: "越秀苑",
  cases: ["越秀苑", "滨江花园"],
  labels: ["所属街道", "党支部名称"],
  isCommand: (words: string) => words === "撤回",
  may: ["points", "correction"] as const,
};
const asked = (text: string) => {
  const line = readScoreLine(rules, text);
  if (line.kind !== "points") throw new Error(`${text} is read as ${line.kind}`);
  return askedReasons({ text, line }, around);
};

test.each([
  ["3-4 2 滨江花园物业响应快", ["3-4 2 理由：滨江花园物业响应快", "3-4 2"]],
  ["3-4 2 书记王丽 13711111111", ["3-4 2 理由：书记王丽 13711111111", "3-4 2"]],
  ["3-4 2 所属街道：陶朱街道", ["3-4 2 理由：所属街道：陶朱街道", "3-4 2"]],
  ["3-4 2 上面电话末位是1", ["3-4 2 理由：上面电话末位是1", "3-4 2"]],
  ["3-4 2 我回来了继续吧", ["3-4 2 理由：我回来了继续吧", "3-4 2"]],
  ["3-4 2 撤回滨江花园", ["3-4 2 理由：撤回滨江花园", "3-4 2"]],
  ["3-4 2 第1个 改造好", ["3-4 2 理由：第1个 改造好", "3-4 2"]],
  [
    "3-4 2 滨江花园物业响应快；3-5 3 没人；其余满分",
    ["3-4 2 理由：滨江花园物业响应快；3-5 3 没人；其余满分", "3-4 2；3-5 3 没人；其余满分"],
  ],
])("%j is asked about with its reason and without it", (text, readings) => {
  const [sentence, offered] = asked(text) ?? [];
  expect(offered).toEqual(readings);
  expect(sentence).toContain("是否为3-4理由不明确，整条未保存");
  // What is offered is read, and not asked about again.
  for (const reading of readings) expect(asked(reading)).toBeUndefined();
});

test.each([
  "3-4 2 监控坏了2个，8月已报修",
  "3-4 2 3-4楼堆物",
  "3-4 2 与滨江花园共用消控室",
  "3-4 2",
  "3-4 2；3-5 3 没人",
])("%j is recorded at once", (text) => {
  expect(asked(text)).toBeUndefined();
});

const refused = (text: string) => {
  const line = readScoreLine(rules, text);
  if (line.kind !== "retry") throw new Error(`${text} is read as ${line.kind}`);
  return { line, told: withoutAskedAgain(rules, line, around) };
};

test.each([
  ["转发 绿化科\n4-6 2 联系周某 13711111111\n4-7 2", ["4-6 2 理由：联系周某 13711111111；4-7 2", "4-6 2；4-7 2"]],
  ["1-1 9；3-4 2 滨江花园物业响应快", ["3-4 2 理由：滨江花园物业响应快", "3-4 2"]],
  ["3-4 滨江花园物业响应快，给2分", ["3-4 2 理由：滨江花园物业响应快", "3-4 2"]],
])("what is offered of %j is not asked about once it is pressed", (text, readings) => {
  const { told } = refused(text);
  expect([told.readable, told.readings]).toEqual([undefined, readings]);
  expect(told.sentence).toContain("理由不明确，整条未保存");
  expect(told.sentence).not.toContain("记录其余");
  for (const reading of readings) expect(asked(reading)).toBeUndefined();
});

test.each(["1-1 9；3-4 2 保洁差", "3-4 保洁差，给2分", "1-1 9"])("%j is offered as it was", (text) => {
  const { line, told } = refused(text);
  expect(told).toEqual(line);
});
