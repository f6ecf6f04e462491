import { describe, expect, test } from "vitest";
import { barredOf, candidatesOf, changeSince } from "../../../src/campaign/recommendation/rules.ts";
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
      { application: unclear, total: 400, satisfaction: 0, satisfied: false, participation: [0, 0, 0, 0] },
    ]);
  });

  test("each with its total and the points of row 3-2, the one that looks at satisfaction", () => {
    const one = applied("甲");

    expect(candidatesOf([one], scored(byCase(finalizedSheet("甲", { "1-1": 350, "3-2": 500 }))))).toEqual([
      { application: one, total: 850, satisfaction: 500, satisfied: true, participation: [0, 0, 0, 0] },
    ]);
  });

  test.each([
    [500, ["达到", "高"]],
    [499, ["高", "达到"]],
  ])("who met row 3-2 first, whatever the total: with %i hundredths of 5 points %j", (satisfaction, order) => {
    const sheets = byCase(
      finalizedSheet("高", { "1-1": 400, "1-2": 400 }),
      finalizedSheet("达到", { "3-2": satisfaction }),
    );

    const candidates = candidatesOf([applied("高"), applied("达到")], scored(sheets));

    expect(candidates.map(({ application }) => application.id)).toEqual(order);
  });

  test("beside the points stand those of the rows on participation: 1-2, 1-4, 2-4, 4-3", () => {
    const sheet = finalizedSheet("甲", { "1-1": 400, "1-2": 400, "1-4": 300, "2-4": 200, "4-3": 100 });

    expect(candidatesOf([applied("甲")], scored(byCase(sheet)))[0]?.participation).toEqual([400, 300, 200, 100]);
  });

  test.each([
    ["of all who met row 3-2 the figure is known", { 甲: 91.5, 乙: 96 }, ["乙", "甲", "丙"]],
    ["of one it is not: an unknown figure compares with none", { 甲: 91.5 }, ["甲", "乙", "丙"]],
    ["who did not meet the row has no use of a figure", { 甲: 91.5, 乙: 91.5, 丙: 99 }, ["甲", "乙", "丙"]],
  ])("among those who met row 3-2 the figure behind it, where %s", (_when, known, order) => {
    const sheets = byCase(
      finalizedSheet("甲", { "1-1": 400, "3-2": 500 }),
      finalizedSheet("乙", { "1-1": 300, "3-2": 500 }),
      finalizedSheet("丙", { "1-1": 400, "1-2": 400 }),
    );
    const fields = { ...scored(sheets), figures: new Map(Object.entries(known)) };

    const candidates = candidatesOf(
      ["甲", "乙", "丙"].map((id) => applied(id)),
      fields,
    );

    expect(candidates.map(({ application }) => application.id)).toEqual(order);
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
  });
});

describe("an order stands while its candidates are those it was made from", () => {
  const applications = ["甲", "乙", "丙"].map((id) => applied(id));
  const candidates = applications.slice(0, 2).map((application) => ({ application }));
  const now = { candidates, applications };

  test.each([
    ["nobody joined and all are there", ["乙", "甲"], ["甲", "乙"], undefined],
    [
      "one that was finalized since is named, though the order does not name it",
      ["甲"],
      ["甲"],
      { added: ["乙"], gone: [] },
    ],
    ["one that is gone is named", ["丙", "甲"], ["甲", "乙", "丙"], { added: [], gone: ["丙"] }],
    ["one that is gone and was not in the order changes nothing", ["甲"], ["甲", "乙", "丙"], undefined],
    ["a draft of an earlier version knows no candidates", ["甲"], undefined, undefined],
  ])("%s", (_when, order, known, change) => {
    expect(changeSince({ order, known }, now)).toEqual(change);
  });
});
