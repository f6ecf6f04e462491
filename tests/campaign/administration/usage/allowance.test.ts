import { describe, expect, test } from "vitest";
import { nextMonth, standingOf } from "../../../../src/campaign/administration/usage/allowance.ts";
import { civilDate } from "../../../../src/shared/civil-date.ts";

const ALLOWANCE = { apiCalls: 5_000, pushes: 3_000 };

describe("how far the month's allowance is used", () => {
  test.each([
    [3_999, 0, "enough"],
    [4_000, 0, "near"],
    [4_499, 0, "near"],
    [4_500, 0, "scarce"],
    [9_000, 0, "scarce"],
    [0, 2_399, "enough"],
    [0, 2_400, "near"],
    [0, 2_700, "scarce"],
    [4_000, 2_700, "scarce"],
  ])("%i calls and %i pushes: %s", (apiCalls, pushes, standing) => {
    expect(standingOf({ apiCalls, pushes }, ALLOWANCE)).toBe(standing);
  });
});

describe("the month after a day's", () => {
  test.each([
    ["2023-08-01", "2023-09-01"],
    ["2023-08-31", "2023-09-01"],
    ["2023-12-31", "2024-01-01"],
    ["2024-01-31", "2024-02-01"],
    ["2023-02-28", "2023-03-01"],
  ])("%s: from %s on", (day, first) => {
    expect(nextMonth(civilDate(day))).toBe(first);
  });
});
