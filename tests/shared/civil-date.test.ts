import { describe, expect, test } from "vitest";
import {
  addDays,
  civilDate,
  dayOf,
  daysBetween,
  isCivilDate,
  momentOf,
  shanghaiIso,
  weekdayOf,
} from "../../src/shared/civil-date.ts";

describe("a day of the calendar", () => {
  test.each([
    ["2023-08-21", true],
    ["2024-02-29", true],
    ["2000-02-29", true],
    ["2023-02-29", false],
    ["1900-02-29", false],
    ["2023-09-31", false],
    ["2023-13-01", false],
    ["2023-00-10", false],
    ["2023-8-21", false],
    ["2023-08-21T00:00:00Z", false],
    ["", false],
  ])("“%s” is one: %s", (text, valid) => {
    expect(isCivilDate(text)).toBe(valid);
  });

  test("anything else is a mistake of the caller", () => {
    expect(() => civilDate("2023-02-29")).toThrow(new Error("not a valid date: 2023-02-29"));
  });
});

describe("a day in Shanghai", () => {
  test.each([
    ["2023-08-20T15:59:59.999Z", "2023-08-20"],
    ["2023-08-20T16:00:00Z", "2023-08-21"],
    ["2023-08-21T15:59:59.999Z", "2023-08-21"],
    ["2023-12-31T16:00:00Z", "2024-01-01"],
  ])("holds the moment %s: %s", (moment, day) => {
    expect(dayOf(new Date(moment))).toBe(day);
  });

  test("begins at 00:00, sixteen hours into the day before in Greenwich", () => {
    expect(momentOf("2023-08-21")).toEqual(new Date("2023-08-20T16:00:00Z"));
    expect(momentOf("2023-08-21", "08:30")).toEqual(new Date("2023-08-21T00:30:00Z"));
  });

  test("is written with the offset of Shanghai, in whole seconds", () => {
    expect(shanghaiIso(new Date("2023-08-20T16:00:00.999Z"))).toBe("2023-08-21T00:00:00+08:00");
  });
});

describe("days are counted", () => {
  test.each([
    ["2023-08-31", 1, "2023-09-01"],
    ["2023-09-01", -1, "2023-08-31"],
    ["2023-12-31", 1, "2024-01-01"],
    ["2024-02-28", 1, "2024-02-29"],
    ["2023-02-28", 1, "2023-03-01"],
    ["2023-08-21", 0, "2023-08-21"],
  ] as const)("%s and %i days is %s", (day, days, reached) => {
    expect(addDays(day, days)).toBe(reached);
    expect(daysBetween(day, reached)).toBe(days);
  });

  // Shanghai had summer time in 1986–1991; New York changes its clocks on the second of these days.
  test.each([
    ["1986-05-03", "1986-05-05"],
    ["2023-11-04", "2023-11-06"],
  ] as const)("over a change of clocks as over any day: from %s to %s", (from, to) => {
    expect([daysBetween(from, to), addDays(from, 2)]).toEqual([2, to]);
  });
});

test.each([
  ["2023-08-20", 7],
  ["2023-08-21", 1],
  ["2023-08-26", 6],
] as const)("%s is day %i of its week", (day, weekday) => {
  expect(weekdayOf(day)).toBe(weekday);
});
