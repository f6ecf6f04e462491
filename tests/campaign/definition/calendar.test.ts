import { describe, expect, test } from "vitest";
import { isYearCovered, makeCalendar, UncoveredYearError } from "../../../src/campaign/definition/calendar.ts";

const calendar = makeCalendar({ overrides: [] });

describe("the working days of autumn 2023", () => {
  test.each([
    ["2023-09-28", true],
    ["2023-09-29", false],
    ["2023-09-30", false],
    ["2023-10-06", false],
    ["2023-10-07", true],
    ["2023-10-08", true],
    ["2023-10-09", true],
    ["2023-10-14", false],
    ["2023-10-15", false],
    ["2023-10-16", true],
  ] as const)("%s is worked: %s", (day, working) => {
    expect(calendar.isWorkingDay(day)).toBe(working);
  });

  test.each([
    ["2023-09-21", "2023-10-14", 13],
    ["2023-10-07", "2023-10-13", 7],
    ["2023-10-15", "2023-10-20", 5],
    ["2023-09-28", "2023-09-28", 1],
    ["2023-09-28", "2023-10-07", 2],
    ["2023-09-29", "2023-10-06", 0],
    ["2023-10-20", "2023-10-19", 0],
  ] as const)("from %s until %s there are %i of them", (from, until, days) => {
    expect(calendar.workingDaysFrom(from, until)).toBe(days);
  });

  test("a working day is found forwards and backwards over the holiday, and is its own nearest", () => {
    expect(calendar.previousWorkingDay("2023-09-30")).toBe("2023-09-28");
    expect(calendar.nextWorkingDay("2023-09-30")).toBe("2023-10-07");
    expect(calendar.previousWorkingDay("2023-10-07")).toBe("2023-10-07");
    expect(calendar.nextWorkingDay("2023-10-07")).toBe("2023-10-07");
  });

  test.each([
    ["2023-09-28", 1, "2023-10-07"],
    ["2023-10-07", -1, "2023-09-28"],
    ["2023-10-20", -7, "2023-10-11"],
    ["2023-09-30", 0, "2023-09-30"],
    ["2023-09-30", 2, "2023-10-08"],
  ] as const)("%s and %i working days is %s", (day, n, reached) => {
    expect(calendar.addWorkingDays(day, n)).toBe(reached);
  });

  test("days off come in spans with a name", () => {
    expect(calendar.restSpans("2023-09-22", "2023-10-14")).toEqual([
      { from: "2023-09-23", to: "2023-09-24", name: "周末", holiday: false },
      { from: "2023-09-29", to: "2023-10-06", name: "中秋、国庆节", holiday: true },
      { from: "2023-10-14", to: "2023-10-14", name: "周末", holiday: false },
    ]);
  });
});

test("a local adjustment goes before the national arrangement", () => {
  const local = makeCalendar({
    overrides: [
      { day: "2023-09-30", working: true, reason: "市里统一加班" },
      { day: "2023-10-13", working: false, reason: "台风停工" },
    ],
  });

  expect(local.previousWorkingDay("2023-09-30")).toBe("2023-09-30");
  expect(local.workingDaysFrom("2023-09-21", "2023-10-14")).toBe(13);
  expect(local.restSpans("2023-10-13", "2023-10-15")).toEqual([
    { from: "2023-10-13", to: "2023-10-15", name: "台风停工", holiday: true },
  ]);
});

describe("a year whose holidays are not announced", () => {
  test.each([
    [2003, false],
    [2004, true],
    [2023, true],
    [2099, false],
  ])("%i is covered: %s", (year, covered) => {
    expect(isYearCovered(year)).toBe(covered);
  });

  test("is refused, never taken for plain Monday to Friday", () => {
    expect(() => calendar.isWorkingDay("2099-10-01")).toThrow(new UncoveredYearError(2099));
    expect(() => calendar.workingDaysFrom("2099-01-04", "2099-01-05")).toThrow(new UncoveredYearError(2099));
  });
});
