import { describe, expect, test } from "vitest";
import { stageById } from "../../../src/campaign/definition/deadlines.ts";
import type { RulingsInForce } from "../../../src/campaign/definition/rulings-in-force.ts";
import { runningCampaign } from "../../../src/campaign/definition/running-campaign.ts";
import { currentStage, openStages, owedInStage, workingDaysLeft } from "../../../src/campaign/stage/rules.ts";
import type { CivilDate } from "../../../src/shared/civil-date.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";

const at = (moment: string): Date => new Date(`2023-${moment}+08:00`);
const campaign = runningCampaign({ definition: shaoxing, definitionVersion: 1, startedAt: at("08-09T09:00:00") });
const nothingRuled: RulingsInForce = new Map();

describe("the stages of the year", () => {
  test.each<[CivilDate, string[], string | undefined]>([
    ["2023-08-09", [], undefined],
    ["2023-08-10", ["mobilization"], "mobilization"],
    ["2023-08-20", ["mobilization"], "mobilization"],
    ["2023-08-21", ["implementation"], "implementation"],
    ["2023-09-20", ["implementation"], "implementation"],
    ["2023-09-21", ["verification"], "verification"],
    ["2023-10-14", ["verification"], "verification"],
    ["2023-10-15", ["conclusion"], "conclusion"],
    ["2023-10-30", ["conclusion"], "conclusion"],
    ["2023-10-31", [], "conclusion"],
    ["2022-12-31", [], undefined],
  ])("on %s %j is open, the newest begun is %s", (day, open, current) => {
    expect(openStages(campaign, day).map(({ id }) => id)).toEqual(open);
    expect(currentStage(campaign, day)?.id).toBe(current);
  });
});

describe("what districts owe in a stage", () => {
  const owed = (stage: string, moment: string, rulings = nothingRuled) =>
    owedInStage(campaign, stageById(shaoxing, stage), { now: at(moment), rulings }).map(
      ({ deliverable, workingDaysLeft: left, late }) => [deliverable.id, left, late],
    );

  test("nothing in stage one: telling of the publicity is voluntary", () => {
    expect(owed("mobilization", "08-10T08:30:00")).toEqual([]);
  });

  test("form, review and list in stage two", () => {
    expect(owed("implementation", "08-21T00:00:00")).toEqual([
      ["application", 23, false],
      ["preliminary-review", 23, false],
      ["recommendation-list", 29, false],
    ]);
  });

  test("what has no binding day is never late, the last second of the stage or the first after it", () => {
    expect(owed("implementation", "09-20T23:59:59")[0]).toEqual(["application", 1, false]);
    expect(owed("implementation", "09-21T00:00:00")[0]).toEqual(["application", 0, false]);
  });

  test("the list goes on being owed in stage three (L15), where form and review are only welcome", () => {
    expect(owed("verification", "09-21T00:00:00")).toEqual([["recommendation-list", 6, false]]);
  });

  test("the list is late from the first second of 10月1日, and stays owed", () => {
    expect(owed("verification", "09-28T23:59:59")).toEqual([["recommendation-list", 1, false]]);
    expect(owed("verification", "09-30T23:59:59")).toEqual([["recommendation-list", 0, false]]);
    expect(owed("verification", "10-01T00:00:00")).toEqual([["recommendation-list", 0, true]]);
  });

  test("the report joins it in stage four, and is late after 10月20日", () => {
    expect(owed("conclusion", "10-20T23:59:59")).toEqual([
      ["recommendation-list", 0, true],
      ["work-report", 1, false],
    ]);
    expect(owed("conclusion", "10-21T00:00:00")).toEqual([
      ["recommendation-list", 0, true],
      ["work-report", 0, true],
    ]);
  });

  test("form and review are owed past their stage once R13 closes it", () => {
    const closes: RulingsInForce = new Map([["R13", { text: "是截止日", value: { closes: true } }]]);

    expect(owed("implementation", "09-20T23:59:59", closes).map(([, , late]) => late)).toEqual([false, false, false]);
    expect(owed("verification", "09-21T00:00:00", closes)).toEqual([
      ["application", 0, true],
      ["preliminary-review", 0, true],
      ["recommendation-list", 6, false],
    ]);
  });
});

describe("working days left, today included", () => {
  test.each<[string, CivilDate, number]>([
    ["09-18T00:00:00", "2023-09-20", 3],
    ["09-18T23:59:59", "2023-09-20", 3],
    ["09-19T00:00:00", "2023-09-20", 2],
    ["09-20T00:00:00", "2023-09-20", 1],
    ["09-20T23:59:59", "2023-09-20", 1],
    ["09-21T00:00:00", "2023-09-20", 0],
    ["08-18T12:00:00", "2023-08-20", 1],
    ["08-19T12:00:00", "2023-08-20", 0],
    ["09-28T12:00:00", "2023-09-30", 1],
    ["09-29T12:00:00", "2023-10-07", 1],
  ])("at %s until %s: %i", (now, until, left) => {
    expect(workingDaysLeft(campaign.calendar, at(now), until)).toBe(left);
  });
});
