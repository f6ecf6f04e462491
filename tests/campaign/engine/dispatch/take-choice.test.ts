import { expect, test } from "vitest";
import { endsChoice } from "../../../../src/campaign/engine/dispatch/take-choice.ts";

test.each(["取消", "作废", "不报了", "退出", "算了", "明天弄", "等下", "不办", "Cancel"])(
  "%s ends a question which of several is meant",
  (text) => {
    expect(endsChoice(text)).toBe(true);
  },
);

test.each(["1", "江南名苑", "ok", "收到", "截止哪天", "还差什么", "初评江南名苑", "不锈钢小区"])(
  "%s does not end it",
  (text) => {
    expect(endsChoice(text)).toBe(false);
  },
);
