import { describe, expect, test } from "vitest";
import { pointDefect, sectionPoints, totalPoints, unanswered } from "../../../src/campaign/scoring/points.ts";
import { criteriaOf, criterionById, sectionById, sectionOf } from "../../../src/campaign/scoring/rubric.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";

const { rubric } = shaoxing;
const WHOLE = { step: 1, allOrNothing: ["2-2", "3-1", "3-2", "3-3"] };

describe("the rubric", () => {
  test("is found by row and by section", () => {
    expect(criterionById(rubric, "3-2")?.maxPoints).toBe(5);
    expect(criterionById(rubric, "3-10")).toBeUndefined();
    expect(sectionById(rubric, "3")?.name).toBe("物业服务规范高效");
    expect(sectionOf(rubric, "4-7")?.id).toBe("4");
  });

  test("has 25 rows in the plan's order, worth 100 points", () => {
    const rows = criteriaOf(rubric);

    expect(rows.length).toBe(25);
    expect([rows[0]?.id, rows[24]?.id]).toEqual(["1-1", "4-7"]);
    expect(rows.reduce((sum, { maxPoints }) => sum + maxPoints, 0)).toBe(100);
  });
});

describe("points of a row", () => {
  test.each([
    ["1-1", 0, WHOLE, undefined],
    ["1-1", 4, WHOLE, undefined],
    ["1-1", 4.5, WHOLE, { kind: "outOfRange", maxPoints: 4 }],
    ["1-1", -1, WHOLE, { kind: "outOfRange", maxPoints: 4 }],
    ["1-1", Number.NaN, WHOLE, { kind: "outOfRange", maxPoints: 4 }],
    ["1-1", 3.5, WHOLE, { kind: "offStep", step: 1 }],
    ["1-1", 3.5, { ...WHOLE, step: 0.5 }, undefined],
    ["1-1", 0.3, { ...WHOLE, step: 0.1 }, undefined],
    ["3-2", 0, WHOLE, undefined],
    ["3-2", 5, WHOLE, undefined],
    ["3-2", 3, WHOLE, { kind: "partial", maxPoints: 5 }],
    ["3-2", 3, { ...WHOLE, allOrNothing: [] }, undefined],
  ] as const)("%s with %d", (id, points, rules, defect) => {
    const criterion = criterionById(rubric, id);

    expect(criterion && pointDefect(criterion, points, rules)).toEqual(defect);
  });
});

test("points add up by section and in total, and what is unanswered is listed", () => {
  const points = new Map(criteriaOf(rubric).map(({ id, maxPoints }) => [id, maxPoints]));
  points.delete("1-3");
  points.delete("4-7");

  const sections = rubric.sections.map((section) => sectionPoints(section, points));

  expect(sections).toEqual([16, 20, 40, 18]);
  expect(totalPoints(rubric, points)).toBe(94);
  expect(unanswered(rubric, points)).toEqual(["1-3", "4-7"]);
});
