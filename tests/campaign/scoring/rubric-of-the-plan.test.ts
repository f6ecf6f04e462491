import { describe, expect, test } from "vitest";
import { compareDefinitions } from "../../../src/campaign/definition/compare.ts";
import { parseDefinition } from "../../../src/campaign/definition/definition.ts";
import { coverageOf, evidenceFileName, evidenceRows } from "../../../src/campaign/evidence/rules.ts";
import { pointDefect, pointRulesIn, reducedWithoutReason } from "../../../src/campaign/scoring/points.ts";
import { criteriaOf, criterionById } from "../../../src/campaign/scoring/rubric.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";
import { openSheet } from "./support/score-sheet.ts";

const { rubric } = shaoxing;
const rules = pointRulesIn(shaoxing, new Map());
const row = (id: string) => {
  const found = criterionById(rubric, id);
  if (!found) throw new Error(`no row ${id}`);
  return found;
};

describe("the rubric of 附件2, item by item", () => {
  test("5 has four parts of 20, 20, 40 and 20 points, and 25 rows", () => {
    expect(rubric.sections.map(({ criteria }) => criteria.map(({ maxPoints }) => maxPoints))).toEqual([
      [4, 4, 4, 5, 3],
      [6, 3, 6, 5],
      [4, 5, 3, 4, 5, 5, 5, 4, 5],
      [3, 3, 3, 3, 3, 3, 2],
    ]);
  });

  test("5.1 goes by whole points; threshold rows are all or nothing, 4-4 and 4-7 are not until ruled", () => {
    expect(pointDefect(row("3-5"), 4.5, rules)).toEqual({ kind: "offStep", step: 1 });
    for (const id of ["2-2", "3-1", "3-2", "3-3"]) {
      expect(pointDefect(row(id), 1, rules)?.kind).toBe("partial");
      expect([0, row(id).maxPoints].map((points) => pointDefect(row(id), points, rules))).toEqual([
        undefined,
        undefined,
      ]);
    }
    expect(["4-4", "4-7"].map((id) => pointDefect(row(id), 1, rules))).toEqual([undefined, undefined]);
  });

  test("5.2 a reason is asked for below the maximum, and not at it", () => {
    const sheet = openSheet("甲", {
      "3-5": 400,
      "3-6": 500,
      "3-7": { hundredths: 0, reason: { personal: "r", hash: "h" } },
    });

    expect(reducedWithoutReason(criteriaOf(rubric), sheet).map(({ id }) => id)).toEqual(["3-5"]);
  });

  test("5.3 proof is named by its row, in the plan's order, and rows without any are listed", () => {
    const name = {
      row: row("3-5"),
      compound: "锦绣花园",
      label: "东门",
      day: "2023-09-12",
      position: 1,
      ending: "jpg",
    };

    expect(evidenceFileName(name)).toBe("3-5_环境卫生_锦绣花园_东门_20230912_01.jpg");
    expect(coverageOf(rubric, new Set(["3-5", "1-1"])).missing).toHaveLength(23);
    expect(coverageOf(rubric, new Set(["3-5", "1-1"])).missing.slice(0, 2)).toEqual(["1-2", "1-3"]);
  });

  test("5.4 names the rows about others, and what cases must have in common to be about the same", () => {
    const shared = criteriaOf(rubric).filter(({ aboutOthers }) => aboutOthers);

    expect(shared.map(({ id, sharedBy }) => [id, sharedBy])).toEqual([
      ["1-1", "subdistrict"],
      ["2-1", "subdistrict"],
      ["3-1", "enterprise"],
      ["4-3", "district"],
    ]);
  });

  test("5.5 says of every row how it is checked: by papers, on site or by figures", () => {
    expect(evidenceRows(rubric)).toHaveLength(25);
    expect(
      criteriaOf(rubric)
        .filter(({ seenBy }) => seenBy.includes("data"))
        .map(({ id }) => id),
    ).toEqual([...["2-2", "3-1", "3-2", "3-3"]]);
  });

  test("5.6 a change of a row is a difference that names the row", () => {
    const json = JSON.stringify(shaoxing).replace("街道协调机制", "街道机制");
    const changed = parseDefinition(JSON.parse(json));

    expect(compareDefinitions(shaoxing, changed).flatMap(({ criteria }) => criteria)).toEqual(["1-1"]);
  });
});
