import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseDefinition, stageWindow } from "../../../src/campaign/definition/definition.ts";
import { definitionHash } from "../../../src/campaign/definition/hash.ts";
import { DefinitionError, loadDefinition } from "../../../src/campaign/definition/load.ts";
import { brokenFolder, lineOf } from "./support/broken-folder.ts";
import { SHAOXING, shaoxing } from "./support/shaoxing.ts";

describe("the campaign of 2023", () => {
  test("has the four stages of the plan with their days", () => {
    const stages = shaoxing.campaign.stages.map((stage) => ({ name: stage.name, ...stageWindow(shaoxing, stage) }));

    expect(stages).toEqual([
      { name: "宣传发动", from: "2023-08-10", to: "2023-08-20" },
      { name: "组织实施", from: "2023-08-21", to: "2023-09-20" },
      { name: "核查推荐", from: "2023-09-21", to: "2023-10-14" },
      { name: "总结提升", from: "2023-10-15", to: "2023-10-30" },
    ]);
  });

  test("has 25 rows in four sections of 20, 20, 40 and 20 points", () => {
    const sections = shaoxing.rubric.sections.map(({ maxPoints, criteria }) => ({
      maxPoints,
      rows: criteria.map((row) => row.maxPoints),
    }));

    expect(sections).toEqual([
      { maxPoints: 20, rows: [4, 4, 4, 5, 3] },
      { maxPoints: 20, rows: [6, 3, 6, 5] },
      { maxPoints: 40, rows: [4, 5, 3, 4, 5, 5, 5, 4, 5] },
      { maxPoints: 20, rows: [3, 3, 3, 3, 3, 3, 2] },
    ]);
  });

  test("asks the rulings R1 to R35, of which R10 and R14 have no default", () => {
    const ids = shaoxing.rulings.map(({ id }) => id);
    const open = shaoxing.rulings.filter((ruling) => ruling.default === undefined).map(({ id }) => id);

    expect(ids).toEqual(Array.from({ length: 35 }, (_, index) => `R${index + 1}`));
    expect(open).toEqual(["R10", "R14"]);
  });

  test("prints the eight columns of the recommendation list in the plan's words", () => {
    expect(shaoxing.recommendationList.columns.map(({ label }) => label)).toEqual([
      "序号",
      "地区",
      "项目名称",
      "物业服务企业名称",
      "所属街道",
      "所属社区",
      "评价分数",
      "交付率或入住率（%）",
    ]);
  });

  test("lets nothing of ours be required of an applicant", () => {
    const required = shaoxing.forms.flatMap(({ fields }) => fields.filter((field) => field.required));

    expect(required.filter(({ mark }) => mark === "ours")).toEqual([]);
  });

  test("keeps the plan byte for byte", () => {
    expect(shaoxing.planLines.join("\n")).toBe(readFileSync(`${SHAOXING}/plan.txt`, "utf8"));
  });

  test("comes back from its JSON unchanged", () => {
    const back = parseDefinition(JSON.parse(JSON.stringify(shaoxing)));

    expect(back).toEqual(shaoxing);
    expect(definitionHash(back)).toBe(definitionHash(shaoxing));
  });

  test("cannot be changed once loaded", () => {
    expect(Object.isFrozen(shaoxing)).toBe(true);
    expect(Object.isFrozen(shaoxing.rubric.sections[0]?.criteria[0]?.line)).toBe(true);
  });
});

/** The folder of 2023 with the two lines of another year. */
const shaoxingIn = (year: number) =>
  brokenFolder([
    { file: "campaign.yaml", from: "value: 2023, line: 312", to: `value: ${year}, line: 312` },
    { file: "campaign.yaml", from: "id: shaoxing-2023", to: `id: shaoxing-${year}` },
  ]);

test.each([2024, 2025, 2026])("%i is two lines in the same folder", (year) => {
  const definition = loadDefinition(shaoxingIn(year));

  expect(definition.campaign.stages.map((stage) => stageWindow(definition, stage).from)).toEqual([
    `${year}-08-10`,
    `${year}-08-21`,
    `${year}-09-21`,
    `${year}-10-15`,
  ]);
});

test("a year whose holidays nobody has announced is refused in one sentence", () => {
  const folder = shaoxingIn(2027);

  expect(() => loadDefinition(folder)).toThrow(
    new DefinitionError(folder, [
      {
        file: "campaign.yaml",
        line: lineOf(folder, "campaign.yaml", "value: 2027"),
        message: "日历中没有2027年的节假日安排，无法计算工作日。请在国务院公布当年安排后更新系统。",
      },
    ]),
  );
});

test("a folder with problems is not loaded, and the error names them", () => {
  const folder = brokenFolder([{ file: "rubric.yaml", from: "totalPoints: 100", to: "totalPoints: 99" }]);

  expect(() => loadDefinition(folder)).toThrow(
    new DefinitionError(folder, [
      {
        file: "rubric.yaml",
        line: lineOf(folder, "rubric.yaml", "totalPoints: 99"),
        message: "各部分分值之和为100分，应为99分。",
      },
    ]),
  );
});
