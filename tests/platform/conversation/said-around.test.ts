import { expect, test } from "vitest";
import { withoutSaidAround } from "../../../src/platform/conversation/said-around.ts";

test.each([
  ["谢谢啊理由是城西花园居民满意度高", "理由是城西花园居民满意度高"],
  ["暨阳丽景苑是新小区管理规范啊谢谢", "暨阳丽景苑是新小区管理规范"],
  ["同意，谢谢啊", "同意"],
  ["同意 谢谢啊", "同意"],
  ["市里多给点资金支持谢谢", "市里多给点资金支持"],
  ["嗯就是那个电梯维保一直没来", "电梯维保一直没来"],
  ["业委会还在筹备嗯就这样先", "业委会还在筹备"],
  ["停车难，谢谢领导！", "停车难"],
  ["停车难，辛苦了", "停车难"],
  ["停车难嗯就这些谢谢", "停车难"],
])("%j is %j", (typed, text) => {
  expect(withoutSaidAround(typed)).toBe(text);
});

test.each([
  "谢谢",
  "居民连声道谢谢",
  "保洁人员非常辛苦",
  "感谢街道支持，居民满意",
  "好几个小区正在整改",
  "就是停车难",
  "那个小区停车难",
  "居民满意度高。",
])("%j stays", (typed) => {
  expect(withoutSaidAround(typed)).toBe(typed);
});
