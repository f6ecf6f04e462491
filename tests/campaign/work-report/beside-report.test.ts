import { expect, test } from "vitest";
import { isBeside, isOtherPaper } from "../../../src/campaign/work-report/beside-report.ts";

test.each([
  "嗯等一下我在找稿子",
  "稍等",
  "好了就这些",
  "报告就这些",
  "发完了。",
  "先等等，领导还没看",
  "稿子还没写好",
  "先别报",
  "收到",
])("%j is no part of the report", (said) => {
  expect(isBeside(said)).toBe(true);
});

test.each([
  "今年以来，我区扎实开展红色物业活动，共排查小区38个。",
  "就这些问题，我区已逐项整改到位。",
  "以上情况，特此报告。",
  "领导小组召开了三次会议。",
])("%j may be", (said) => {
  expect(isBeside(said)).toBe(false);
});

test.each([
  "小区名称：雅苑\n小区地址：滨河路3号",
  "小区名称\t雅苑\n申报单位\t某某物业\n",
  "1-1 4\n1-2 3 会议少",
  "3-7\t4\n3-9\t4",
  "三杠七四分",
])("%j is another paper", (pasted) => {
  expect(isOtherPaper(pasted)).toBe(true);
});

test.each([
  "柯桥区工作报告\n一、活动开展情况：已完成\n二、主要做法：联动\n三、存在问题：无",
  "活动开展以来，1-2月召开会议4次。\n联系人：某某",
])("%j is none", (pasted) => {
  expect(isOtherPaper(pasted)).toBe(false);
});
