import { expect, test } from "vitest";
import { formToSubmit, wordOfForm } from "../../../../src/campaign/application/form-words/unopened.ts";
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

test.each([
  ["提交锦绣江南", "锦绣江南"],
  ["提交 锦绣", "锦绣江南"],
  ["交申报表 锦绣江南", "锦绣江南"],
  ["提交锦绣江南吧", "锦绣江南"],
  ["提交东", undefined],
  ["提交东升", undefined],
  ["提交材料", undefined],
  ["提交", undefined],
  ["锦绣江南", undefined],
])("%s hands in the form of %s", (text, name) => {
  expect(formToSubmit(text, ["锦绣江南", "东升花园", "东升苑", ""])).toBe(name);
});
