import { expect, test } from "vitest";
import { decisionIn } from "../../../src/campaign/work-report/decision-words.ts";

test.each([
  ["报送工作报告", "which", "all"],
  ["仍然报送", "which", "all"],
  ["对", "which", "all"],
  ["全部报送", "all", "all"],
  ["只报送最后一段", "last", "which"],
  ["不报送", "no", "no"],
  ["算了不报了", undefined, undefined],
  ["下一步加强宣传", undefined, undefined],
] as const)("%j decides %j of two texts, and %j of one", (said, ofTwo, ofOne) => {
  expect([decisionIn(said, true), decisionIn(said, false)]).toEqual([ofTwo, ofOne]);
});
