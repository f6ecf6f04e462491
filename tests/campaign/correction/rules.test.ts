import { describe, expect, test } from "vitest";
import type { ReturnItem } from "../../../src/campaign/correction/case-return.ts";
import { isDayToCome, isLate, itemState, openItems } from "../../../src/campaign/correction/rules.ts";
import type { CasePart } from "../../../src/campaign/engine/open-parts.ts";
import { civilDate } from "../../../src/shared/civil-date.ts";

const ref = { personal: "p", hash: "h" };
const item = (part: CasePart, was: string, explained = false): ReturnItem => ({
  ...{ part, was, defect: ref },
  ...(explained ? { explanation: ref } : {}),
});
const now = new Map<CasePart, string>([
  ["points:3-5", "4"],
  ["field:address", "a"],
]);

describe("a defect is ticked off", () => {
  test.each([
    ["once what it names was changed", item("points:3-5", "5"), "changed"],
    ["once what was not there is", item("points:3-5", ""), "changed"],
    ["once what was there is gone", item("evidence:3-5", "x+"), "changed"],
    ["with a reason, where it needs no change", item("field:address", "a", true), "explained"],
    ["by neither of them yet", item("field:address", "a"), "open"],
    ["where nothing was and is, by a reason only", item("evidence:3-5", ""), "open"],
  ] as const)("%s", (_when, one, state) => {
    expect(itemState(one, now)).toBe(state);
  });

  test("what is still open is told by its number", () => {
    expect(openItems([item("points:3-5", "5"), item("field:address", "a"), item("paper", "")], now)).toEqual([2, 3]);
  });
});

describe("the day of a return", () => {
  const one = { dueOn: civilDate("2023-10-09") };

  test.each([
    ["2023-10-09T23:59:59+08:00", false],
    ["2023-10-10T00:00:00+08:00", true],
  ])("ends at 24:00: at %s a correction is late: %s", (at, late) => {
    expect(isLate(one, new Date(at))).toBe(late);
  });

  test.each([
    ["2023-10-09", true],
    ["2023-10-08", false],
  ])("may be %s on 10月9日: %s", (day, may) => {
    expect(isDayToCome(civilDate(day), civilDate("2023-10-09"))).toBe(may);
  });
});
