import { describe, expect, test } from "vitest";
import { problemWith } from "../../../../src/campaign/reminder/supervision/rules.ts";
import { shaoxingContext } from "../../definition/support/shaoxing.ts";

const at = (day: string): Date => new Date(`2023-${day}T10:00:00+08:00`);
const late = { isLate: true, isUrged: true, past: [], now: at("10-09") };

describe("督办", () => {
  test.each([
    ["what is late and was urged", {}, undefined],
    ["what is not late", { isLate: false }, "notLate"],
    ["what nobody was urged about", { isUrged: false }, "notUrged"],
    ["two working days after the last", { past: [at("10-09")], now: at("10-11") }, "tooSoon"],
    ["three working days after the last", { past: [at("10-09")], now: at("10-12") }, undefined],
    ["over a weekend, in working days", { past: [at("10-13")], now: at("10-17") }, "tooSoon"],
    ["a third time", { past: [at("10-09"), at("10-12")], now: at("10-20") }, "capped"],
  ])("%s", (_, change, problem) => {
    expect(problemWith(shaoxingContext.calendar, { ...late, ...change })).toBe(problem);
  });
});
