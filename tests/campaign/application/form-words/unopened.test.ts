import { expect, test } from "vitest";
import { wordOfForm } from "../../../../src/campaign/application/form-words/unopened.ts";
import { shaoxing } from "../../definition/support/shaoxing.ts";

const [form] = shaoxing.forms;

test.each([
  ["改 审批单位 确认", "修改申报"],
  ["改 审批单位", "修改申报"],
  ["修改 小区地址 笛扬路1号", "修改申报"],
  ["提交", "提交"],
  ["跳过", "跳过"],
  ["上一步", "上一步"],
  ["保存退出", "保存退出"],
])("%s works on an open form only", (text, word) => {
  expect(form && wordOfForm(form, text)).toBe(word);
});

test.each(["改天再说", "确认", "同意", "你好", "请问还要交什么"])("%s is no word of a form", (text) => {
  expect(form && wordOfForm(form, text)).toBeUndefined();
});
