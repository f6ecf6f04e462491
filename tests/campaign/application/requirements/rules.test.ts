import { describe, expect, test } from "vitest";
import type { FigureValue, Standing } from "../../../../src/campaign/application/requirements/requirements.ts";
import {
  clauseRows,
  contradictionsOf,
  gateOf,
  rowFigures,
} from "../../../../src/campaign/application/requirements/rules.ts";
import type { Place } from "../../../../src/campaign/reference-list/reference-list.ts";
import { shaoxing } from "../../definition/support/shaoxing.ts";
import { facts, withFigure } from "./support.ts";

const clause = (id: string, known = facts()) => {
  const row = clauseRows(shaoxing, known).find((one) => one.id === id);
  return row && [row.standing, row.source];
};
const figured = (id: string, figure: string, value: FigureValue) => clause(id, withFigure(figure, value))?.[0];
const declared = (clauses: Readonly<Record<string, Standing>>) => facts({ answers: { clauses, figures: {} } });
const inLists = (places: Readonly<Record<string, Place>>) =>
  facts({ places: new Map(Object.entries(places)) as ReturnType<typeof facts>["places"] });

describe("附件1 by clause", () => {
  test("has 30 clauses; before anybody answers none is preset", () => {
    const rows = clauseRows(shaoxing, facts());

    expect(rows.length).toBe(30);
    expect(new Set(rows.map(({ standing }) => standing))).toEqual(new Set(["unclear"]));
    expect(rows.filter(({ source }) => source !== "none").map(({ id }) => id)).toEqual(["10-2"]);
  });

  test("takes a person's word, by clause", () => {
    const known = declared({ "1-1": "met", "3-1": "unclear", "7-2": "notApplicable", "8-1": "notMet" });

    expect(["1-1", "3-1", "7-2", "8-1", "9-1"].map((id) => clause(id, known))).toEqual([
      ["met", "declared"],
      ["unclear", "declared"],
      ["notApplicable", "declared"],
      ["notMet", "declared"],
      ["unclear", "none"],
    ]);
  });

  test("a figure goes before a person's word", () => {
    const known = facts({
      answers: { clauses: { "8-2": "met" }, figures: { "fee-rate": { kind: "ratio", whole: 100, part: 90 } } },
    });

    expect(clause("8-2", known)).toEqual(["notMet", "figure"]);
  });

  test("the form of the owners' body settles 2-2 and is not asked again", () => {
    const kind = (ownersBodyKind: string) => clause("2-2", facts({ form: { ownersBodyKind } }));

    expect(kind("ownersCommittee")).toEqual(["met", "form"]);
    expect(kind("propertyManagementCommittee")).toEqual(["met", "form"]);
    expect(kind("selfManagementOrganization")).toEqual(["met", "form"]);
    expect(kind("none")).toEqual(["notMet", "form"]);
    expect(clause("2-2", facts({ form: {} }))).toEqual(["unclear", "none"]);
  });
});

describe("figures, to the boundary", () => {
  test.each([
    [95, "met"],
    [94.99, "notMet"],
    [94.96, "notMet"],
    [100, "met"],
  ])("fees: %s of 100 yuan is %s; nothing is rounded up", (part, standing) => {
    expect(figured("8-2", "fee-rate", { kind: "ratio", whole: 100, part })).toBe(standing);
  });

  test("a rate that would show as 95 when rounded is below", () => {
    expect(figured("8-2", "fee-rate", { kind: "ratio", whole: 1_000_000, part: 949_999.99 })).toBe("notMet");
    expect(figured("8-2", "fee-rate", { kind: "ratio", whole: 1_000_000, part: 950_000 })).toBe("met");
    const row = clauseRows(shaoxing, withFigure("fee-rate", { kind: "ratio", whole: 10_000, part: 9499.6 }));
    expect(row.find(({ id }) => id === "8-2")?.ground).toBe("缴费率94.99%：实收9499.6元，应收10000元");
  });

  test("nothing due gives no rate", () => {
    expect(figured("8-2", "fee-rate", { kind: "ratio", whole: 0, part: 0 })).toBe("unclear");
  });

  test.each([
    [6, 3, "notMet"],
    [6, 4, "met"],
    [7, 4, "met"],
    [5, 2, "notMet"],
  ])("党员占比: of %s members %s are in the Party, which is %s", (whole, part, standing) => {
    const [row] = rowFigures(shaoxing, withFigure("party-share", { kind: "ratio", whole, part })).filter(
      ({ criterion }) => criterion === "2-2",
    );

    expect(row?.standing).toBe(standing);
  });

  test("入户宣传 must be all of it", () => {
    const publicity = (percent: number) => figured("6-2", "household-publicity", { kind: "percent", percent });

    expect([publicity(100), publicity(99.99), publicity(0)]).toEqual(["met", "notMet", "notMet"]);
  });

  test("a penalty counts from the day one year before the first submission, that day included", () => {
    const penalty = (happenedOn: `${number}-${number}-${number}` | null) =>
      figured("5-3", "penalty", { kind: "event", happenedOn });

    expect([penalty("2022-08-31"), penalty("2022-09-01"), penalty("2023-09-10"), penalty(null)]).toEqual([
      ...["met", "notMet", "notMet", "met"],
    ]);
  });

  test("without a window whatever happened counts", () => {
    const known = {
      ...withFigure("penalty", { kind: "event", happenedOn: "1999-01-01" }),
      yearsBefore: { penaltyWindow: undefined, serviceWindow: 1 },
    };

    expect(clause("5-3", known)?.[0]).toBe("notMet");
  });

  test("为民办实事: one is enough, within the year before the first submission, that day included", () => {
    const service = (number: number, lastOn: `${number}-${number}-${number}` | null) =>
      figured("9-2", "practical-service", { kind: "count", number, lastOn });

    expect(service(0, null)).toBe("notMet");
    expect(service(1, null)).toBe("unclear");
    expect([service(1, "2022-08-31"), service(1, "2022-09-01"), service(3, "2023-05-01")]).toEqual([
      ...["notMet", "met", "met"],
    ]);
  });
});

describe("前5% and 后5% by the city's lists", () => {
  test("either side of 或 suffices", () => {
    expect(clause("10-2", inLists({ satisfaction: "within", complaints: "outside" }))).toEqual(["met", "list"]);
    expect(clause("10-2", inLists({ satisfaction: "outside", complaints: "within" }))).toEqual(["met", "list"]);
    expect(clause("10-2", inLists({ complaints: "within" }))).toEqual(["met", "list"]);
    expect(clause("10-2", inLists({ satisfaction: "outside", complaints: "outside" }))).toEqual(["notMet", "list"]);
  });

  test("no data is 待定, and so is a list that is still awaited", () => {
    expect(clause("10-2", inLists({ satisfaction: "outside", complaints: "unknown" }))).toEqual(["unclear", "list"]);
    expect(clause("10-2", inLists({ satisfaction: "outside" }))).toEqual(["unclear", "awaited"]);
    expect(clause("10-2")).toEqual(["unclear", "awaited"]);
  });

  test("a person's 符合 cannot stand in for the city's list", () => {
    expect(clause("10-2", declared({ "10-2": "met" }))).toEqual(["unclear", "awaited"]);
  });

  test("the same lists are shown beside rows 3-1 and 3-2", () => {
    const shown = rowFigures(
      shaoxing,
      inLists({ creditRating: "outside", satisfaction: "within", complaints: "outside" }),
    );

    expect(shown.map(({ criterion, standing }) => [criterion, standing])).toEqual([
      ["3-1", "notMet"],
      ["3-2", "met"],
    ]);
  });
});

describe("what follows from it", () => {
  const rows = clauseRows(shaoxing, declared({ "8-1": "notMet", "9-1": "notMet", "3-1": "unclear" }));

  test("only what a ruling says excludes; the rest asks for a reason", () => {
    const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);

    expect(gateOf(rows, []).excluding).toEqual([]);
    expect(ids(gateOf(rows, []).unmet)).toEqual(["8-1", "9-1"]);
    expect(ids(gateOf(rows, ["8"]).excluding)).toEqual(["8-1"]);
    expect(ids(gateOf(rows, ["8"]).unmet)).toEqual(["9-1"]);
  });

  test("不适用 is neither unmet nor unclear, whatever excludes", () => {
    const gate = gateOf(clauseRows(shaoxing, declared({ "7-2": "notApplicable" })), ["7"]);

    expect(gate).toEqual({ excluding: [], unmet: [], unclear: [] });
  });

  test("尚不清楚 is what somebody said or the city's list leaves open, not what nobody was asked", () => {
    expect(gateOf(rows, []).unclear.map(({ id }) => id)).toEqual(["3-1"]);
    const noData = clauseRows(shaoxing, inLists({ satisfaction: "unknown", complaints: "unknown" }));
    expect(gateOf(noData, []).unclear.map(({ id }) => id)).toEqual(["10-2"]);
  });
});

describe("the cross-table", () => {
  const cross = (known: ReturnType<typeof facts>, points: Readonly<Record<string, number>>) =>
    contradictionsOf(
      shaoxing,
      { rows: clauseRows(shaoxing, known), figures: rowFigures(shaoxing, known) },
      new Map(Object.entries(points)),
    ).map(({ kind, id, criterion }) => [kind, id, criterion]);

  test.each([
    ["2-1", "2-1"],
    ["4-2", "4-3"],
    ["6-4", "4-6"],
    ["7-3", "4-4"],
    ["8-2", "3-3"],
  ])("clause %s met beside row %s with 0 points is shown", (id, criterion) => {
    expect(cross(declared({ [id]: "met" }), { [criterion]: 0 })).toEqual([["metBesideZero", id, criterion]]);
    expect(cross(declared({ [id]: "met" }), { [criterion]: 1 })).toEqual([]);
    expect(cross(declared({ [id]: "met" }), {})).toEqual([]);
  });

  test("satisfaction by the city's list beside row 3-2 with 0 is shown once", () => {
    expect(cross(inLists({ satisfaction: "within" }), { "3-2": 0 })).toEqual([["metBesideZero", "10-2", "3-2"]]);
  });

  test("not met beside full points is shown, unless the row sees only a part", () => {
    expect(cross(declared({ "8-2": "notMet" }), { "3-3": 3 })).toEqual([["notMetBesideFull", "8-2", "3-3"]]);
    expect(cross(declared({ "7-3": "notMet" }), { "4-4": 3 })).toEqual([]);
  });

  test("a figure that no clause has is compared with its row", () => {
    const half = withFigure("party-share", { kind: "ratio", whole: 6, part: 3 });
    const most = withFigure("party-share", { kind: "ratio", whole: 6, part: 4 });

    expect(cross(half, { "2-2": 3 })).toEqual([["figureNotMet", "2-2", "2-2"]]);
    expect(cross(most, { "2-2": 0 })).toEqual([["figureMet", "2-2", "2-2"]]);
    expect(cross(half, { "2-2": 0 })).toEqual([]);
  });
});
