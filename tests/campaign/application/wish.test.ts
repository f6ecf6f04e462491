import { expect, test } from "vitest";
import { wantsToApply } from "../../../src/campaign/application/form-words/wish.ts";

test.each([
  "喂你好那个我们诸暨这边还有一个小区要报就是浣纱枫庭小区嗯这个怎么报啊",
  "我们还有个小区想报",
  "另外一个小区也要申报的",
  "这个小区怎么报",
  "再来一个小区要报",
])("%s: 申报 is offered", (text) => {
  expect(wantsToApply(text, "小区")).toBe(true);
});

test.each(["这个小区要报告", "还有一个小区不报了", "名单要报送了", "小区的意见要报", "一个小区已报", "我想看一下进度"])(
  "%s: it is not",
  (text) => {
    expect(wantsToApply(text, "小区")).toBe(false);
  },
);
