import { describe, expect, test } from "vitest";
import { nextDaytime, quietAt, readSendingTime } from "../../../src/campaign/broadcast/sending-time.ts";
import { makeCalendar } from "../../../src/campaign/definition/calendar.ts";
import { shanghaiIso } from "../../../src/shared/civil-date.ts";

const calendar = makeCalendar({ overrides: [] });
const at = (text: string): Date => new Date(`${text}:00+08:00`);

describe("nobody is disturbed", () => {
  test.each([
    ["2023-09-27T07:59", "night"],
    ["2023-09-27T08:00", undefined],
    ["2023-09-27T19:59", undefined],
    ["2023-09-27T20:00", "night"],
    ["2023-09-27T23:00", "night"],
    ["2023-09-28T00:00", "night"],
    // A Saturday, the Mid-Autumn holiday, and a Saturday that is worked.
    ["2023-09-23T09:00", "dayOff"],
    ["2023-09-29T12:00", "dayOff"],
    ["2023-10-07T12:00", undefined],
    ["2023-09-23T21:00", "night"],
  ])("%s: %s", (moment, quiet) => {
    expect(quietAt(calendar, at(moment))).toBe(quiet);
  });

  test.each([
    ["2023-09-27T07:00", "2023-09-27T08:30"],
    ["2023-09-27T08:30", "2023-09-28T08:30"],
    ["2023-09-28T23:00", "2023-10-07T08:30"],
  ])("after %s the next daytime begins at %s", (moment, next) => {
    expect(shanghaiIso(nextDaytime(calendar, at(moment))).slice(0, 16)).toBe(next);
  });
});

describe("when it is to be sent", () => {
  const now = at("2023-09-27T10:00");
  const read = (typed: string) => {
    const time = readSendingTime(typed, { now, year: 2023 });
    return time.kind === "unclear" ? "unclear" : `${time.kind} ${shanghaiIso(time.at).slice(0, 16)}`;
  };

  test.each([
    ["9月28日 9:00", "at 2023-09-28T09:00"],
    ["9月28日下午3点半", "at 2023-09-28T15:30"],
    ["明天上午9点", "at 2023-09-28T09:00"],
    ["后天 8:30 发送", "at 2023-09-29T08:30"],
    ["10:01", "at 2023-09-27T10:01"],
    ["下午2点", "at 2023-09-27T14:00"],
    ["10:00", "past 2023-09-27T10:00"],
    ["8月15日 9:00", "past 2023-08-15T09:00"],
    ["12月31日 9:00", "tooFar 2023-12-31T09:00"],
    ["9月28日", "unclear"],
    ["9月31日 9:00", "unclear"],
    ["9月28日 25:00", "unclear"],
    ["9月28日 9:00 之前先给我看", "unclear"],
    ["尽快", "unclear"],
    ["", "unclear"],
  ])("%s: %s", (typed, expected) => {
    expect(read(typed)).toBe(expected);
  });
});
