import { describe, expect, test } from "vitest";
import {
  afterNotice,
  lastNoticeDay,
  latestNoticeStart,
  noticePeriod,
  publicationBy,
} from "../../../src/campaign/definition/notice-days.ts";
import { noRulings } from "../../../src/campaign/definition/rulings-in-force.ts";
import { civilDate } from "../../../src/shared/civil-date.ts";
import { shaoxing, shaoxingContext } from "./support/shaoxing.ts";

const { calendar } = shaoxingContext;
const period = (days: number, workingDays: boolean, firstDayCounts = false) => ({ days, workingDays, firstDayCounts });

describe("the last day of 公示", () => {
  test.each([
    ["five working days after the first", period(5, true), "2023-10-08", "2023-10-13"],
    ["five working days with the first", period(5, true, true), "2023-10-09", "2023-10-13"],
    ["working days leave the holiday out", period(5, true), "2023-09-28", "2023-10-11"],
    ["a first day that is no working day counts for none", period(5, true, true), "2023-10-01", "2023-10-11"],
    ["seven days", period(7, false), "2023-10-01", "2023-10-08"],
    ["seven days with the first", period(7, false, true), "2023-10-01", "2023-10-07"],
    ["one day with the first", period(1, true, true), "2023-10-09", "2023-10-09"],
    ["none", period(0, false), "2023-10-09", "2023-10-09"],
  ])("%s", (_, ruled, begins, last) => {
    expect(lastNoticeDay(calendar, ruled, civilDate(begins))).toBe(last);
  });
});

describe("the latest beginning of 公示", () => {
  test.each([
    ["the first day does not count", period(5, true), "2023-10-08"],
    ["the first day counts", period(5, true, true), "2023-10-09"],
    ["seven working days", period(7, true), "2023-09-28"],
    ["five days", period(5, false), "2023-10-08"],
  ])("%s", (_, ruled, begins) => {
    expect(latestNoticeStart(calendar, ruled, civilDate("2023-10-13"))).toBe(begins);
  });
});

test.each([
  ["ends before the weekend", "2023-10-13", ["2023-10-14", "2023-10-16", "2023-10-12"]],
  ["ends within the week", "2023-10-12", ["2023-10-13", "2023-10-13", "2023-10-11"]],
  ["ends on the last working day before the holiday", "2023-09-28", ["2023-09-29", "2023-10-07", "2023-09-27"]],
])("after a 公示 that %s 公布 is possible on the next day", (_, ends, [from, working, endsEarlier]) => {
  expect(afterNotice(calendar, civilDate(ends))).toEqual({ ends, from, working, endsEarlier });
});

test("the length is open without an answer, and is what the answer says", () => {
  const ruled = new Map([["R10", { text: "公示5个工作日", value: { days: 5, workingDays: true } }]]);

  expect(noticePeriod(shaoxing, noRulings)).toBeUndefined();
  expect(noticePeriod(shaoxing, ruled)).toEqual(period(5, true));
  expect(publicationBy(shaoxing, calendar)).toBe("2023-10-13");
});
