import { describe, expect, test } from "vitest";
import { barredOf, candidatesOf, departures, type ListCandidate } from "../../../src/campaign/recommendation/rules.ts";
import type { ScoreSheet } from "../../../src/campaign/scoring/score-sheet.ts";
import { applied } from "../application/support/application.ts";
import { households } from "../definition/support/campaigns.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";
import { finalizedSheet, openSheet } from "../scoring/support/score-sheet.ts";

const at = (moment: string): Date => new Date(`2023-${moment}+08:00`);
const byCase = (...sheets: readonly ScoreSheet[]) => new Map(sheets.map((sheet) => [sheet.caseId, sheet] as const));

const scored = (sheets: ReadonlyMap<string, ScoreSheet>, rubric = shaoxing.rubric, unclearBlocks = false) => ({
  scoring: { rubric, sheets },
  unclearBlocks,
});
const unscored = { scoring: undefined, unclearBlocks: false };

describe("who may be recommended", () => {
  test("what is handed in and reviewed to the end: not withdrawn, not excluded, not under review, not without one", () => {
    const applications = [
      applied("甲"),
      applied("已撤回", { state: "withdrawn" }),
      applied("不得参与", { state: "excluded" }),
      applied("初评中"),
      applied("未初评"),
    ];
    const points = { "1-1": 400 };
    const sheets = byCase(
      ...["甲", "已撤回", "不得参与"].map((id) => finalizedSheet(id, points)),
      openSheet("初评中", points),
    );

    expect(candidatesOf(applications, scored(sheets)).map(({ application }) => application.id)).toEqual(["甲"]);
  });

  test("an unclear declaration does not keep a case off the list unless its ruling says so", () => {
    const unclear = applied("甲", { declaration: "unclear" });

    expect(candidatesOf([unclear], scored(byCase(finalizedSheet("甲", { "1-1": 400 }))))).toEqual([
      { application: unclear, total: 400, satisfaction: 0 },
    ]);
  });

  test("each with its total and the points of row 3-2, the one that looks at satisfaction", () => {
    const one = applied("甲");

    expect(candidatesOf([one], scored(byCase(finalizedSheet("甲", { "1-1": 350, "3-2": 500 }))))).toEqual([
      { application: one, total: 850, satisfaction: 500 },
    ]);
  });

  test("the highest total first, a hundredth of a point counts; equal ones as they were handed in", () => {
    const applications = [
      applied("后交", { submittedAt: at("09-02T09:00:00") }),
      applied("先交", { submittedAt: at("09-01T09:00:00") }),
      applied("高", { submittedAt: at("09-03T09:00:00") }),
    ];
    const sheets = byCase(
      finalizedSheet("后交", { "1-1": 300 }),
      finalizedSheet("先交", { "1-1": 300 }),
      finalizedSheet("高", { "1-1": 301 }),
    );

    expect(candidatesOf(applications, scored(sheets)).map(({ application }) => application.id)).toEqual([
      "高",
      "先交",
      "后交",
    ]);
  });
});

describe("who may not, though scored", () => {
  const rows = households.rubric.sections.flatMap(({ criteria }) => criteria);
  const base = Object.fromEntries(rows.map(({ id, maxPoints }) => [id, id.startsWith("4-") ? 0 : maxPoints * 100]));
  const sheets = byCase(
    finalizedSheet("八十", { ...base, "1-1": 0 }),
    finalizedSheet("不足", { ...base, "1-1": 0, "1-3": 700 }),
    finalizedSheet("否决", { ...base, "5-1": { hundredths: 0, reason: undefined, state: "requirementNotMet" } }),
    finalizedSheet("待核实", base),
  );
  const all = ["八十", "不足", "否决", "待核实"].map((id) =>
    applied(id, id === "待核实" ? { declaration: "unclear" } : {}),
  );

  test.each([
    [false, ["待核实", "八十"], ["不足", "否决"]],
    [true, ["八十"], ["不足", "否决", "待核实"]],
  ])("below the pass mark, knocked out, and unclear where that blocks: %s", (blocks, can, cannot) => {
    const fields = scored(sheets, households.rubric, blocks);

    expect(candidatesOf(all, fields).map(({ application }) => application.id)).toEqual(can);
    expect(barredOf(all, fields).map(({ application }) => application.id)).toEqual(cannot);
  });
});

describe("without a rubric", () => {
  test("what is handed in may be recommended, as it was handed in, without points", () => {
    const applications = [
      applied("后交", { submittedAt: at("09-02T09:00:00") }),
      applied("已撤回", { state: "withdrawn" }),
      applied("不得参与", { state: "excluded" }),
      applied("先交", { submittedAt: at("09-01T09:00:00") }),
    ];
    const candidates = candidatesOf(applications, unscored);

    expect(candidates).toEqual([{ application: applications[3] }, { application: applications[0] }]);
    expect(departures(candidates, ["后交", "先交"])).toEqual([]);
  });
});

describe("a place in the list asks for a reason (择优)", () => {
  const candidates: ListCandidate[] = Object.entries({ 甲: 9600, 乙: 9500, 丙: 9500, 丁: 9499 }).map(([id, total]) => ({
    application: applied(id),
    total,
    satisfaction: 500,
  }));

  test.each([
    ["none in the order of the points", "甲乙丙丁", ""],
    ["none where the list ends and only those with fewer points are left out", "甲乙丙", ""],
    ["none for the order of equals", "甲丙乙丁", ""],
    ["none where of two equals one is left out", "甲丙", ""],
    ["for the one that stands before another with more points", "乙甲丙丁", "乙"],
    ["for each of those that do", "乙丙甲丁", "乙丙"],
    ["for all that stand in the place of one with more points left out", "乙丙丁", "乙丙丁"],
    ["for a hundredth of a point", "甲丁乙丙", "丁"],
    ["for the single one that is not the best", "丁", "丁"],
    ["none in an empty list", "", ""],
  ])("%s: %s", (_when, order, asked) => {
    expect(departures(candidates, [...order])).toEqual([...asked]);
  });
});
