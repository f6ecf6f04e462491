import { expect, test } from "vitest";
import { isReport, isSigned, isTalk } from "../../../src/campaign/recommendation/talk-beside.ts";

test.each([
  "等一下我想想",
  "嗯等一下",
  "我再跟领导商量一下明天再报",
  "我们先请示一下分管领导",
  "哎不对我不是这个意思",
  "先等等，领导还没看",
  "刚才说错了",
  "让我再想想",
  "下周再报",
  "嗯报上去吧",
  "就这么报吧",
])("%j is talk, and no reason before it is confirmed", (said) => {
  expect(isTalk(said)).toBe(true);
});

test.each([
  "居民满意度高，群众基础好",
  "街道与社区、物业联动解决停车难",
  "我区现有小区均未达到入住率要求",
  "街道研究后认为暂无符合条件的小区",
  "与物业协商后已整改",
  "等级评定为优秀",
])("%j may be a reason", (said) => {
  expect(isTalk(said) || isReport(said)).toBe(false);
});

test("a paper under a title or with numbered headings is no reason", () => {
  expect(isReport("柯桥区红色物业工作报告\n今年以来，我区……")).toBe(true);
  expect(isReport("一、活动开展情况……\n二、主要做法成效……\n三、存在问题……")).toBe(true);
  expect(isReport("工作报告已按时报送")).toBe(false);
  expect(isReport("一、党建引领成效明显\n二、居民满意度高")).toBe(false);
});

test.each(["陈建 2023/10/16", "2023年10月16日", "经办人：陈建 10月16日", "陈建，10.16"])(
  "%j is signed, and no reason",
  (said) => {
    expect(isSigned(said)).toBe(true);
  },
);

test.each(["10月16日才收到街道盖章件", "陈建请假", "材料补齐较晚 2023/10/16"])("%j may be a reason", (said) => {
  expect(isSigned(said)).toBe(false);
});
