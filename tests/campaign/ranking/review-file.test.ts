import { describe, expect, test } from "vitest";
import { cellsOf, differenceOn, type FinalRow } from "../../../src/campaign/ranking/review-file/rows.ts";
import { criteriaOf } from "../../../src/campaign/scoring/rubric.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";

const rows = criteriaOf(shaoxing.rubric);
const [row] = rows.filter(({ id }) => id === "3-5");
const knockOut = row && { ...row, knockOut: true };
const both = { verifies: true, takesEvidence: true };
const given = (hundredths: number) => ({ state: "given" as const, hundredths });

function final(of: Partial<FinalRow> = {}): FinalRow {
  if (!row) throw new Error("no such row");
  return { row, district: undefined, members: [], city: undefined, agreed: undefined, proof: 0, ...of };
}

describe("a row of 评审底稿", () => {
  test("has every scorer, the difference, the agreed figure, all reasons and the number of files", () => {
    const one = final({
      district: { score: given(500), reason: undefined },
      members: [
        { name: "甲", score: given(200), reason: "东门有垃圾" },
        { name: "乙", score: { state: "asDistrict", hundredths: 500 }, reason: undefined },
      ],
      city: { hundredths: 350, from: "agreed" },
      agreed: { by: "组长", reason: "共同核对" },
      proof: 3,
    });

    expect(cellsOf(one, both)).toEqual([
      ...["3-5", row?.short, row?.maxPoints, 5, "甲 2；乙 与初评一致", 3.5, -1.5, 3.5],
      ...["甲：东门有垃圾；合议（组长记录）：共同核对", 3],
    ]);
  });

  test("is empty where nothing is final, and has no cells that the campaign does not have", () => {
    expect(cellsOf(final(), both)).toEqual(["3-5", row?.short, row?.maxPoints, null, "", null, null, null, "", 0]);
    const reviewed = final({ district: { score: { state: "notApplicable", hundredths: 500 }, reason: "无此设施" } });
    expect(cellsOf(reviewed, { verifies: false, takesEvidence: false })).toEqual([
      ...["3-5", row?.short, row?.maxPoints, 5, "初评：不适用，无此设施"],
    ]);
  });

  test("does not say that a figure was agreed on when the members' mean holds", () => {
    const one = final({ city: { hundredths: 500, from: "mean" }, agreed: { by: "组长", reason: "共同核对" } });
    expect(cellsOf(one, both).slice(5, 9)).toEqual([5, null, null, ""]);
  });

  test("has verdicts instead of points where the row has none", () => {
    if (!knockOut) throw new Error("no such row");
    const one = final({
      row: knockOut,
      district: { score: given(0), reason: undefined },
      members: [{ name: "甲", score: { state: "requirementNotMet", hundredths: 0 }, reason: "查实" }],
      city: { hundredths: 0, from: "mean" },
      proof: undefined,
    });
    expect(cellsOf(one, both).slice(2)).toEqual([null, "通过", "甲 否决", null, null, null, "甲：查实", null]);
  });
});

describe("the difference", () => {
  test("is the city's figure less the district's, and nothing where one of them is missing", () => {
    const district = { score: given(500), reason: undefined };
    expect(differenceOn(final({ district, city: { hundredths: 500, from: "mean" } }))).toBe(0);
    expect(differenceOn(final({ district, city: { hundredths: 510, from: "mean" } }))).toBe(0.1);
    expect(differenceOn(final({ district }))).toBeNull();
    expect(differenceOn(final({ city: { hundredths: 500, from: "mean" } }))).toBeNull();
  });
});
