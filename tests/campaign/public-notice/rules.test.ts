import { describe, expect, test } from "vitest";
import { makeCalendar } from "../../../src/campaign/definition/calendar.ts";
import { dayProblem, firstDayOf, missingUntil, phaseOf, restDays } from "../../../src/campaign/public-notice/rules.ts";
import { type CivilDate, civilDate } from "../../../src/shared/civil-date.ts";

const calendar = makeCalendar({ overrides: [] });
const fiveDays = { days: 5, workingDays: true, firstDayCounts: false };
const none = { days: 0, workingDays: true, firstDayCounts: false };
const days = (from: string, to: string) => ({ beginsOn: civilDate(from), endsOn: civilDate(to) });

describe("the days of 公示", () => {
  const approvedOn = civilDate("2023-10-08");
  const problem = (from: string, to: string, today: CivilDate = civilDate("2023-10-09")) =>
    dayProblem(days(from, to), { period: fiveDays, calendar, approvedOn, today });

  test("are as many as ruled, or more", () => {
    expect(problem("2023-10-09", "2023-10-16")).toBeUndefined();
    expect(problem("2023-10-09", "2023-10-20")).toBeUndefined();
    expect(problem("2023-10-09", "2023-10-15")).toEqual({ kind: "short", last: "2023-10-16" });
  });

  test("begin on the day of the approval at the earliest", () => {
    expect(problem("2023-10-08", "2023-10-16")).toBeUndefined();
    expect(problem("2023-10-07", "2023-10-16")).toEqual({ kind: "beforeApproval", approvedOn });
  });

  test("do not end before they begin, nor before they are entered", () => {
    expect(problem("2023-10-16", "2023-10-09")).toEqual({ kind: "reversed" });
    expect(problem("2023-10-09", "2023-10-16", civilDate("2023-10-16"))).toBeUndefined();
    expect(problem("2023-10-09", "2023-10-16", civilDate("2023-10-17"))).toEqual({ kind: "past" });
  });

  test("may begin and end on days off, which are named", () => {
    expect(problem("2023-10-14", "2023-10-21")).toBeUndefined();
    expect(restDays(days("2023-10-14", "2023-10-21"), calendar)).toEqual(["2023-10-14", "2023-10-21"]);
    expect(restDays(days("2023-10-07", "2023-10-13"), calendar)).toEqual([]);
    expect(restDays(days("2023-10-14", "2023-10-14"), calendar)).toEqual(["2023-10-14"]);
  });
});

describe("公布", () => {
  const today = civilDate("2023-10-09");

  test("is possible from the day after the last one, which lasts until 24:00", () => {
    const first = firstDayOf(fiveDays, { notice: days("2023-10-09", "2023-10-16"), calendar, today });
    expect(first).toBe("2023-10-17");
  });

  test("keeps to the day that a person set, where that is later than ruled", () => {
    const first = firstDayOf(fiveDays, { notice: days("2023-10-09", "2023-10-20"), calendar, today });
    expect(first).toBe("2023-10-21");
  });

  test("waits for what a ruling of later asks for", () => {
    const notice = days("2023-10-09", "2023-10-12");
    expect(missingUntil(fiveDays, notice, calendar)).toBe("2023-10-16");
    expect(missingUntil({ ...fiveDays, days: 3 }, notice, calendar)).toBeUndefined();
    expect(missingUntil(none, notice, calendar)).toBeUndefined();
  });

  test("does not wait for 不公示", () => {
    expect(firstDayOf(none, { notice: undefined, calendar, today })).toBeUndefined();
  });
});

describe("a notice", () => {
  const notice = { version: 2, ...days("2023-10-09", "2023-10-16") };
  const phase = (state: "approved" | "reopened" | "published", today: string, version = 2) =>
    phaseOf(notice, { version, state }, civilDate(today));

  test.each([
    ["2023-10-08", "coming"],
    ["2023-10-09", "running"],
    ["2023-10-16", "running"],
    ["2023-10-17", "over"],
  ])("of the approved version is on %s %s", (today, expected) => {
    expect(phase("approved", today)).toBe(expected);
  });

  test("stops when its version has to be approved anew, and with the next version", () => {
    expect(phase("reopened", "2023-10-12")).toBe("stopped");
    expect(phase("approved", "2023-10-12", 3)).toBe("stopped");
  });

  test("stays over once its version is published", () => {
    expect(phase("published", "2023-10-17")).toBe("over");
  });
});
