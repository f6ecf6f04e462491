import { describe, expect, test } from "vitest";
import { readAnswerParts, readRequest, requestIn } from "../../../src/campaign/ruling/read-request.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";

const parts = (typed: string) => readAnswerParts(typed, { definition: shaoxing, today: "2023-08-10" });

describe("what follows 口径", () => {
  test.each([
    ["", { ruling: "", answer: "" }],
    ["R14", { ruling: "R14", answer: "" }],
    ["r14 以区级初评分为准", { ruling: "R14", answer: "以区级初评分为准" }],
    ["Ｒ１４：以区级初评分为准。", { ruling: "R14", answer: "以区级初评分为准。" }],
    ["10 公示5天", { ruling: "R10", answer: "公示5天" }],
    ["R10公示5天", { ruling: "R10", answer: "公示5天" }],
    ["R3 0.5分", { ruling: "R3", answer: "0.5分" }],
    ["附件", { ruling: "附件", answer: "" }],
  ])("%s", (typed, expected) => {
    expect(readRequest(typed)).toEqual(expected);
  });
});

describe("closing punctuation after 口径", () => {
  test.each([
    ["nothing but it is nothing", { words: "", verbatim: "。" }, { ruling: "", answer: "" }],
    ["after the number is no answer", { words: "R14", verbatim: "R14。" }, { ruling: "R14", answer: "" }],
    [
      "after an answer belongs to it",
      { words: "R14 以区级初评分为准", verbatim: "R14 以区级初评分为准。" },
      { ruling: "R14", answer: "以区级初评分为准。" },
    ],
  ])("%s", (_what, typed, expected) => {
    expect(requestIn(typed)).toEqual(expected);
  });
});

describe("an answer typed in one go", () => {
  test.each([
    ["公示5天", { text: "公示5天" }],
    ["公示5天；9月1日起生效", { text: "公示5天", effectiveOn: "2023-09-01" }],
    ["公示5天，理由：领导批示。", { text: "公示5天", reason: "领导批示" }],
    ["公示5天；自9月1日起执行；理由：省厅要求", { text: "公示5天", effectiveOn: "2023-09-01", reason: "省厅要求" }],
    ["截至9月28日", { text: "截至9月28日" }],
    ["9月28日起不再受理", { text: "9月28日起不再受理" }],
  ])("%s", (typed, expected) => {
    expect(parts(typed)).toEqual(expected);
  });
});
