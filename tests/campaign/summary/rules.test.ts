import { describe, expect, test } from "vitest";
import { nextAt, nextOn, readMoved, waitsUntil, weeklyAt } from "../../../src/campaign/summary/rules.ts";
import { shanghaiIso } from "../../../src/shared/civil-date.ts";

const at = (text: string): Date => new Date(`${text}:00+08:00`);
const shown = (moment: Date | undefined) => moment && shanghaiIso(moment).slice(0, 16);

test.each([
  ["2023-09-27T16:59", "2023-09-27T17:00"],
  ["2023-09-27T17:00", "2023-09-28T17:00"],
  ["2023-09-30T23:00", "2023-10-01T17:00"],
])("after %s it is next 17:00 at %s", (now, next) => {
  expect(shown(nextAt(at(now), "17:00"))).toBe(next);
});

test.each([
  // A Wednesday.
  ["2023-09-27T09:59", 3, "2023-09-27T10:00"],
  ["2023-09-27T10:00", 3, "2023-10-04T10:00"],
  ["2023-09-27T10:00", 2, "2023-10-03T10:00"],
  ["2023-09-27T10:00", 5, "2023-09-29T10:00"],
])("after %s, day %s of the week is next at %s", (now, weekday, next) => {
  expect(shown(nextOn(at(now), weekday, "10:00"))).toBe(next);
});

describe("a summary that has changed", () => {
  const now = at("2023-09-27T10:00");

  test("goes out at once the first time, and on another day than the last", () => {
    expect(waitsUntil(now, undefined, undefined)).toBeUndefined();
    expect(waitsUntil(now, at("2023-09-26T23:59"), undefined)).toBeUndefined();
  });

  test("waits for the next morning on the day of the last one", () => {
    expect(shown(waitsUntil(now, at("2023-09-27T00:00"), undefined))).toBe("2023-09-28T09:00");
    expect(shown(waitsUntil(now, at("2023-09-27T09:59"), "17:00"))).toBe("2023-09-28T17:00");
  });

  test("waits for its time of the day", () => {
    expect(shown(waitsUntil(now, undefined, "17:00"))).toBe("2023-09-27T17:00");
    expect(shown(waitsUntil(now, at("2023-09-26T17:00"), "09:00"))).toBe("2023-09-28T09:00");
  });
});

test.each([
  ["周二10:00", { weekday: 2, time: "10:00" }],
  ["每周五下午3点半", { weekday: 5, time: "15:30" }],
  ["17:00", { time: "17:00" }],
  ["8点", { time: "08:00" }],
  ["19:59", { time: "19:59" }],
  ["20:00", undefined],
  ["7:59", undefined],
  ["周六10:00", undefined],
  ["下周二10:00", undefined],
  ["10:60", undefined],
  ["尽快", undefined],
  ["", undefined],
])("%s is read as %o", (typed, expected) => {
  expect(readMoved(typed)).toEqual(expected);
});

test.each([
  [{}, {}],
  [{ weekday: 2 }, { weekday: 2, time: "09:00" }],
  [{ time: "10:00" }, { weekday: 1, time: "10:00" }],
  [
    { weekday: 5, time: "15:30" },
    { weekday: 5, time: "15:30" },
  ],
])("the weekly one, moved as %o, comes at %o", (said, at) => {
  expect(weeklyAt(said)).toEqual(at);
});
