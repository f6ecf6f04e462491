import { expect, test } from "vitest";
import { saidWithWord } from "../../../src/campaign/recommendation/said-with-word.ts";

test.each([
  ["推荐望江锦园理由嗯就是党建做得好排第一", "望江锦园理由嗯就是党建做得好排第一"],
  ["推荐浣纱枫庭小区排第一望江锦园排第二理由嗯住户满意", "浣纱枫庭小区排第一望江锦园排第二理由嗯住户满意"],
  ["嗯推荐锦绣江南第一", "锦绣江南第一"],
])("%s is an order", (text, rest) => {
  expect(saidWithWord(text)).toBe(rest);
});

test.each(["推荐", "推荐 1 3", "推荐名单排好了", "推荐理由怎么写", "推荐的小区", "推荐望江锦园吗"])(
  "%s is none",
  (text) => {
    expect(saidWithWord(text)).toBeUndefined();
  },
);
