import { expect, test } from "vitest";
import { isBeside } from "../../../src/campaign/work-report/beside-report.ts";
import { decisionIn } from "../../../src/campaign/work-report/decision-words.ts";

test.each([
  ["报送工作报告", "which", "all"],
  ["仍然报送", "which", "all"],
  ["对", "which", "all"],
  ["全部报送", "all", "all"],
  ["只报送最后一段", "last", "which"],
  ["不报送", "no", "no"],
  ["不报送，10月再报", "no", "no"],
  ["先不报", "no", "no"],
  ["先不报，等10月份再说吧", "no", "no"],
  ["暂不报送 领导看过再报", "no", "no"],
  ["等10月再说", undefined, undefined],
  ["算了不报了", undefined, undefined],
  ["下一步加强宣传", undefined, undefined],
] as const)("%j decides %j of two texts, and %j of one", (said, ofTwo, ofOne) => {
  expect([decisionIn(said, true), decisionIn(said, false)]).toEqual([ofTwo, ofOne]);
});

test.each(["等10月再说", "10月再报", "领导看过再报吧", "不报，数还要核一遍", "国庆以后再交", "回头报"])(
  "%j is said to the question, and no part of the report",
  (said) => expect(isBeside(said)).toBe(true),
);

test.each([
  "10月组织培训，再报市局备案后实施",
  "下一步加强宣传",
  "存在问题：部分小区不报送台账，台账由社区代报",
  "不报送数据的小区有三个，已约谈",
  "建议整改完成后再上报名单，由市局统一公布，避免反复",
])("%j is content", (said) => expect(isBeside(said)).toBe(false));
