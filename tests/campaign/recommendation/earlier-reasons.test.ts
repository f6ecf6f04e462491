import { expect, test } from "vitest";
import { askedAgain, withReasons } from "../../../src/campaign/recommendation/earlier-reasons.ts";
import type { Reasons } from "../../../src/campaign/recommendation/reasons.ts";

const reasons = (labels: Record<string, string>, answers: Record<string, string>): Reasons => ({
  form: {
    id: "recommendation",
    title: "推荐理由",
    version: 1,
    fields: Object.entries(labels).map(([key, label]) => ({ key, label, kind: "longText", required: true })),
  },
  state: { formId: "recommendation", formVersion: 1, answers, skipped: [] },
});
const first = reasons({ a: "雅苑的推荐理由", fewer: "推荐少于2个的理由" }, { a: "居民满意度高", fewer: "仅一个达标" });

test("the reasons of an order are kept with those of the orders before, the latest of a label", () => {
  expect(withReasons({ reasons: first, earlier: { 雅苑的推荐理由: "旧", 和园的推荐理由: "物业好" } })).toEqual({
    雅苑的推荐理由: "居民满意度高",
    推荐少于2个的理由: "仅一个达标",
    和园的推荐理由: "物业好",
  });
  expect(withReasons({ reasons: undefined, earlier: { 雅苑的推荐理由: "旧" } })).toEqual({ 雅苑的推荐理由: "旧" });
});

test("they stand again where the new order asks for the same, and only there", () => {
  const earlier = withReasons({ reasons: first, earlier: {} });
  const next = reasons({ a: "雅苑的推荐理由", b: "和园的推荐理由" }, {});
  expect(askedAgain({ reasons: next, earlier })).toEqual({ a: "居民满意度高" });
  // The same key asks for something else: 无推荐 is no list of fewer than two.
  expect(askedAgain({ reasons: reasons({ fewer: "无推荐的理由" }, {}), earlier })).toEqual({});
  expect(askedAgain({ reasons: reasons({ a: "雅苑的推荐理由" }, { a: "新的" }), earlier })).toEqual({});
  expect(askedAgain({ reasons: undefined, earlier })).toEqual({});
});
