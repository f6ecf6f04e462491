import { describe, expect, test } from "vitest";
import { byMerit, departures, favoured, type Merit } from "../../../src/campaign/recommendation/merit.ts";

const candidates = (merits: Readonly<Record<string, Merit>>) =>
  Object.entries(merits).map(([id, merit]) => ({ id, merit }));

describe("among equally satisfied, a place in the list asks for a reason by the points (择优)", () => {
  const scored = candidates({
    甲: { total: 9600, satisfied: true },
    乙: { total: 9500, satisfied: true },
    丙: { total: 9500, satisfied: true },
    丁: { total: 9499, satisfied: true },
  });

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
    expect([...departures(scored, [...order])]).toEqual([...asked].map((id) => [id, "points"]));
    expect(favoured(scored, [...order])).toEqual([]);
  });
});

test("whoever passes over one that met row 3-2 with a higher figure gives the reason (L20)", () => {
  const scored = candidates({
    高: { total: 9500, satisfied: true, figure: 91.5 },
    满意: { total: 9000, satisfied: true, figure: 96 },
  });

  expect([...departures(scored, ["高", "满意"])]).toEqual([["高", "satisfaction"]]);
  expect([...departures(scored, ["满意", "高"])]).toEqual([]);
  expect(favoured(scored, ["满意", "高"])).toEqual(["满意"]);
});

describe("satisfaction comes first (L20)", () => {
  const scored = candidates({
    高: { total: 9500, satisfied: false },
    中: { total: 9000, satisfied: false },
    达到: { total: 8700, satisfied: true },
  });

  test("the proposed order has who met the row before who did not, then the points", () => {
    expect([...scored].sort((a, b) => byMerit(a.merit, b.merit)).map(({ id }) => id)).toEqual(["达到", "高", "中"]);
  });

  test.each<[string, string[], [string, string][], string[]]>([
    ["following it asks for nothing; that fewer points stand first is shown", ["达到", "高", "中"], [], ["达到"]],
    [
      "whoever stands before the one that met it gives the reason",
      ["高", "达到", "中"],
      [["高", "satisfaction"]],
      ["达到"],
    ],
    ["so does whoever stands in its place", ["高"], [["高", "satisfaction"]], []],
    ["among those that did not meet it, the points ask", ["达到", "中", "高"], [["中", "points"]], ["达到"]],
    [
      "one that passes over both departs from satisfaction",
      ["中", "高", "达到"],
      [
        ["中", "satisfaction"],
        ["高", "satisfaction"],
      ],
      [],
    ],
  ])("%s", (_what, order, asked, shown) => {
    expect([...departures(scored, order)]).toEqual(asked);
    expect(favoured(scored, order)).toEqual(shown);
  });
});

test("without points nothing departs", () => {
  const plain = candidates({ 甲: {}, 乙: {} });

  expect([...departures(plain, ["乙", "甲"])]).toEqual([]);
  expect([...departures(plain, ["乙"])]).toEqual([]);
});
