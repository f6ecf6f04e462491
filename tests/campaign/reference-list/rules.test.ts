import { describe, expect, test } from "vitest";
import type { ReferenceRow } from "../../../src/campaign/reference-list/reference-list.ts";
import { placeOf, rowOf, type ShareRule } from "../../../src/campaign/reference-list/rules.ts";

const asRuled: ShareRule = { end: "first", percent: 5, rounding: "up", ties: "in" };
const rowsOf = (figures: readonly (number | undefined)[]): ReferenceRow[] =>
  figures.map((figure, at) => ({ name: `小区${at + 1}`, ...(figure === undefined ? {} : { figure }) }));
const places = (figures: readonly (number | undefined)[], rule: Partial<ShareRule> = {}) => {
  const rows = rowsOf(figures);
  return rows.map((row) => placeOf(row, rows, { ...asRuled, ...rule }));
};
/** 99, 98, …, one row each. */
const descending = (count: number) => Array.from({ length: count }, (_, at) => 99 - at);

describe("the first and last 5% of the city", () => {
  test("a list that says itself who is among them counts as given", () => {
    const rows: ReferenceRow[] = [
      { name: "甲", figure: 1, within: true },
      { name: "乙", figure: 99, within: false },
    ];

    expect(rows.map((row) => placeOf(row, rows, asRuled))).toEqual(["within", "outside"]);
  });

  test("figures alone leave it open until a ruling says how to round", () => {
    expect(places([90, 80], { rounding: undefined })).toEqual(["unknown", "unknown"]);
  });

  test("the share is rounded as ruled", () => {
    const within = (count: number, rounding: ShareRule["rounding"]) =>
      places(descending(count), { rounding }).filter((place) => place === "within").length;

    expect([within(40, "up"), within(40, "down"), within(40, "half")]).toEqual([2, 2, 2]);
    expect([within(50, "up"), within(50, "down"), within(50, "half")]).toEqual([3, 2, 3]);
    expect([within(41, "up"), within(41, "down"), within(41, "half")]).toEqual([3, 2, 2]);
    expect(within(10, "down")).toBe(0);
  });

  test("the last 5% of complaints are the fewest", () => {
    expect(places([0, 7, 9], { end: "last" })).toEqual(["within", "outside", "outside"]);
  });

  test("equal figures at the edge are in, out or open, as ruled", () => {
    const tied = [99, 95, 95, ...descending(37).map((figure) => figure - 40)];

    expect(places(tied, { ties: "in" }).slice(0, 4)).toEqual(["within", "within", "within", "outside"]);
    expect(places(tied, { ties: "out" }).slice(0, 4)).toEqual(["within", "outside", "outside", "outside"]);
    expect(places(tied, { ties: undefined }).slice(0, 4)).toEqual(["within", "unknown", "unknown", "outside"]);
  });

  test("no data is unknown, and does not count among the rows", () => {
    expect(places([99, undefined, 1])).toEqual(["within", "unknown", "outside"]);
  });
});

describe("finding a compound or an enterprise in a list", () => {
  const rows: ReferenceRow[] = [
    { name: "锦绣花园小区", district: "keqiao" },
    { name: "锦绣花园", district: "yuecheng", figure: 1 },
    { name: "绍兴市家园物业（集团）有限公司" },
    { name: "同名小区" },
    { name: "同名" },
  ];
  const find = (name: string, district?: string) =>
    rowOf(rows, { name, noun: "小区", ...(district === undefined ? {} : { district }) });

  test("by name and district, whether 小区 is written or not", () => {
    expect(find("锦绣花园", "keqiao")).toBe(rows[0]);
    expect(find("锦绣花園 小区", "yuecheng")).toBe(rows[1]);
    expect(find("锦绣花园", "zhuji")).toBeUndefined();
  });

  test("brackets and blanks do not matter; of an enterprise nor does the district", () => {
    expect(find("绍兴市家园物业(集团) 有限公司")).toBe(rows[2]);
  });

  test("two rows of one name are none", () => {
    expect(find("同名", "keqiao")).toBeUndefined();
  });
});
