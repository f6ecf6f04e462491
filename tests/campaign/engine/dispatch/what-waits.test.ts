import { expect, test } from "vitest";
import { isBareNumber } from "../../../../src/campaign/engine/choice.ts";
import { asksForNext } from "../../../../src/campaign/engine/dispatch/what-waits.ts";

test.each([
  "交",
  "提交",
  "报",
  "报送",
  "交吧",
  "那就报吧",
  "好的提交",
  "下一个",
  "下一步",
  "先交了",
  "上报一下",
  "完成",
])("%j asks for what is next, of nothing by name", (text) => {
  expect(asksForNext(text)).toBe(true);
});

test.each([
  "提交定稿",
  "报送工作报告",
  "交通便利",
  "报告",
  "交上来的材料",
  "下一步工作建议",
  "不交",
  "报送名单",
  "提交 雅苑",
])("%j says more", (text) => {
  expect(asksForNext(text)).toBe(false);
});

test.each(["1", " 2 ", "第二个", "３", "十", "第1项"])("%j is a number and nothing else", (text) => {
  expect(isBareNumber(text)).toBe(true);
});

test.each(["1 申报2个", "2分", "第二期", "1-2", "一期", "85.5"])("%j is more than a number", (text) => {
  expect(isBareNumber(text)).toBe(false);
});
