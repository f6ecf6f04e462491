import { describe, expect, test } from "vitest";
import { nounsOf } from "../../../src/campaign/directory/nouns.ts";
import { blanksOf, unlistedRows } from "../../../src/campaign/recommendation/gaps.ts";
import { recommendationPhrases as phrases } from "../../../src/campaign/recommendation/phrases.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";
import { finalizedSheet } from "../scoring/support/score-sheet.ts";

const answers = { compoundName: "甲", applicant: "甲公司" };

describe("what a list lacks, before it is reported", () => {
  test("审批单位 is printed on the cover and may be blank: it is named", () => {
    expect(blanksOf(shaoxing, { answers }).map(phrases.blank)).toEqual(["申报表“审批单位”未填写"]);
    expect(blanksOf(shaoxing, { answers: { ...answers, approvingAuthority: "" } })).toHaveLength(1);
    expect(blanksOf(shaoxing, { answers: { ...answers, approvingAuthority: "市建设局" } })).toEqual([]);
  });

  test("full points rest on a list that the city has not supplied; fewer, or a list, say nothing", () => {
    const awaited = [{ id: "10-2", source: "awaited" as const }];
    const of = (hundredths: number, rows: Parameters<typeof unlistedRows>[1] = awaited) =>
      unlistedRows(shaoxing, rows, finalizedSheet("甲", { "3-2": hundredths })).map((one) =>
        phrases.unlisted(one, nounsOf(shaoxing)),
      );

    expect(of(500)).toEqual(["条目3-2得满分，附件1第10-2项所需的市级名单尚待活动联系人导入"]);
    expect(of(499)).toEqual([]);
    expect(of(500, [{ id: "10-2", source: "list" }])).toEqual([]);
    expect(of(500, [{ id: "10-2", source: "declared" }])).toEqual([]);
    expect(unlistedRows(shaoxing, awaited, undefined)).toEqual([]);
  });

  test("each is one sentence, by compound", () => {
    expect(phrases.gap("甲", [phrases.unproved(11, 25), "意见已登记2/5"])).toBe(
      "甲：证明材料缺11条（共25条）；意见已登记2/5",
    );
  });
});
