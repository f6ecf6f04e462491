import { describe, expect, test } from "vitest";
import { isRestorable, lapses, restorableUntil } from "../../../../src/campaign/application/withdrawal/rules.ts";
import type { CivilDate } from "../../../../src/shared/civil-date.ts";
import { shaoxing } from "../../definition/support/shaoxing.ts";

const at = (moment: string): Date => new Date(`${moment}:00+08:00`);

describe("撤回 is taken back within its stage", () => {
  test.each<[CivilDate, CivilDate | undefined]>([
    ["2023-08-09", "2023-08-20"],
    ["2023-08-20", "2023-08-20"],
    ["2023-08-21", "2023-09-20"],
    ["2023-09-20", "2023-09-20"],
    ["2023-09-21", "2023-10-14"],
    ["2023-10-30", "2023-10-30"],
    ["2023-10-31", undefined],
  ])("withdrawn on %s, until %s", (withdrawnOn, until) => {
    expect(restorableUntil(shaoxing, withdrawnOn)).toBe(until);
  });

  test.each([
    ["2023-09-20T23:59", true],
    ["2023-09-21T00:00", false],
  ])("withdrawn on 9月19日, taken back at %s: %s", (now, possible) => {
    expect(isRestorable(shaoxing, at("2023-09-19T10:00"), at(now))).toBe(possible);
  });

  test("ends at 24:00 of each stage's last day", () => {
    expect(lapses(shaoxing).map((one) => one.at)).toEqual(
      ["2023-08-21T00:00", "2023-09-21T00:00", "2023-10-15T00:00", "2023-10-31T00:00"].map(at),
    );
  });
});
