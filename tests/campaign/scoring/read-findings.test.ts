import { describe, expect, test } from "vitest";
import { readFinding, readFindings } from "../../../src/campaign/scoring/read-findings.ts";

describe("findings in the city's ledger", () => {
  test.each([
    ["与初评一致", { asDistrict: true }],
    ["同初评分", { asDistrict: true }],
    ["和初评一样，现场属实", { asDistrict: true, reason: "现场属实" }],
    ["不符合 8-2 缴费率不足", { notMet: "8-2", reason: "缴费率不足" }],
    ["不符合附件1第8－2条：缴费率不足", { notMet: "8-2", reason: "缴费率不足" }],
    ["不符合附件1条款8-2", { notMet: "8-2" }],
    ["不符合 违建未拆", { notMet: "", reason: "违建未拆" }],
  ])("%s", (text, found) => {
    expect(readFinding(text)).toEqual(found);
  });

  test.each(["4 东门有垃圾", "与初评不同", "不适用 无此设施", "初评一致吗", "符合"])("%s is none", (text) => {
    expect(readFinding(text)).toBeUndefined();
  });

  test("are taken out of a message; the rest stays as it was said", () => {
    expect(readFindings("3-5 4 东门有垃圾；3－6 不符合 7-3 违建；3-7 与初评一致\n一 4 4 4 5 3")).toEqual({
      given: [
        { criterion: "3-6", notMet: "7-3", reason: "违建" },
        { criterion: "3-7", asDistrict: true },
      ],
      rest: "3-5 4 东门有垃圾；一 4 4 4 5 3",
    });
  });
});
