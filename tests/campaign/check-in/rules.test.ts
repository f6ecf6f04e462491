import { describe, expect, test } from "vitest";
import { beginsWithDay, problemWith, wayIn } from "../../../src/campaign/check-in/rules.ts";
import type { CivilDate } from "../../../src/shared/civil-date.ts";

describe("已汇报", () => {
  test.each([
    ["书面", "written"],
    ["已书面报告县委", "written"],
    ["在例会上", "meeting"],
    ["当面", "person"],
    ["电话", "other"],
    ["", undefined],
  ])("%s: %s", (text, way) => {
    expect(wayIn(text)).toBe(way);
  });

  test.each<[CivilDate, string | undefined]>([
    ["2023-08-15", undefined],
    ["2023-08-16", "toCome"],
    ["2023-01-01", undefined],
    ["2022-12-31", "otherYear"],
  ])("on %s, said on 15 August: %s", (on, problem) => {
    expect(problemWith(on, { now: new Date("2023-08-15T23:59:59+08:00"), year: 2023 })).toBe(problem);
  });

  test.each([
    ["8月10日 书面", true],
    ["2023.8.11 书面报告区委区政府，8/15会议汇报", true],
    ["：\n2023/8/11\t书面", true],
    ["八月十号 书面", true],
    ["昨天 书面", true],
    ["区委、区政府，并印发方案", false],
    ["3次，解决问题12个", false],
  ])("behind its word %j is a day: %s", (rest, is) => {
    expect(beginsWithDay(rest)).toBe(is);
  });
});
