import { describe, expect, test } from "vitest";
import { stageById } from "../../../src/campaign/definition/deadlines.ts";
import type { RulingsInForce } from "../../../src/campaign/definition/rulings-in-force.ts";
import { runningCampaign } from "../../../src/campaign/definition/running-campaign.ts";
import {
  countShown,
  currentStage,
  nearnessOf,
  nextDue,
  owedInStage,
  stagesFrom,
} from "../../../src/campaign/stage/rules.ts";
import type { CivilDate } from "../../../src/shared/civil-date.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";

const at = (moment: string): Date => new Date(`2023-${moment}+08:00`);
const campaign = runningCampaign({ definition: shaoxing, definitionVersion: 1, startedAt: at("08-09T09:00:00") });
const nothingRuled: RulingsInForce = new Map();

describe("the stage of a day is the newest begun", () => {
  test.each<[CivilDate, string | undefined]>([
    ["2022-12-31", undefined],
    ["2023-08-09", undefined],
    ["2023-08-10", "mobilization"],
    ["2023-08-20", "mobilization"],
    ["2023-08-21", "implementation"],
    ["2023-09-20", "implementation"],
    ["2023-09-21", "verification"],
    ["2023-10-14", "verification"],
    ["2023-10-15", "conclusion"],
    ["2023-10-30", "conclusion"],
    ["2023-10-31", "conclusion"],
  ])("on %s it is %s", (day, stage) => {
    expect(currentStage(campaign, day)?.id).toBe(stage);
  });
});

test("a deliverable may stand on the cards of its stage and of later ones", () => {
  expect(stagesFrom(shaoxing, "verification")).toEqual(["verification", "conclusion"]);
});

describe("how near a last day is", () => {
  test.each<[CivilDate, CivilDate, ReturnType<typeof nearnessOf>]>([
    ["2023-10-17", "2023-10-20", { kind: "far" }],
    ["2023-10-18", "2023-10-20", { kind: "near", count: 3 }],
    ["2023-10-19", "2023-10-20", { kind: "near", count: 2 }],
    ["2023-10-20", "2023-10-20", { kind: "lastDay", count: 1 }],
    ["2023-10-21", "2023-10-20", { kind: "over" }],
    ["2023-08-18", "2023-08-20", { kind: "near", count: 1 }],
    ["2023-08-19", "2023-08-20", { kind: "near", count: 0 }],
    ["2023-08-20", "2023-08-20", { kind: "lastDay", count: 0 }],
    ["2023-08-21", "2023-08-20", { kind: "over" }],
    ["2023-09-17", "2023-09-20", { kind: "far" }],
    ["2023-09-18", "2023-09-20", { kind: "near", count: 3 }],
    ["2023-10-27", "2023-10-30", { kind: "near", count: 2 }],
    ["2023-10-28", "2023-10-30", { kind: "near", count: 0 }],
    ["2023-10-30", "2023-10-30", { kind: "lastDay", count: 1 }],
  ])("on %s to %s", (today, lastDay, expected) => {
    expect(nearnessOf(campaign.calendar, today, lastDay)).toEqual(expected);
  });
});

test.each<[ReturnType<typeof nearnessOf>, number]>([
  [{ kind: "far" }, 0],
  [{ kind: "near", count: 3 }, 3],
  [{ kind: "near", count: 0 }, 0],
  [{ kind: "lastDay", count: 1 }, 1],
  [{ kind: "over" }, 0],
])("of a day that is %j a card counts %i working days", (near, count) => {
  expect(countShown(near)).toBe(count);
});

describe("what districts owe in a stage", () => {
  const owed = (stage: string, moment: string, rulings = nothingRuled) =>
    owedInStage(campaign, stageById(shaoxing, stage), { now: at(moment), rulings }).map(
      ({ deliverable, near, lateness }) => [deliverable.id, countShown(near), lateness],
    );

  test("nothing in stage one: telling of the publicity is voluntary", () => {
    expect(owed("mobilization", "08-10T08:30:00")).toEqual([]);
  });

  test("form, review and list in stage two", () => {
    expect(owed("implementation", "08-21T00:00:00")).toEqual([
      ["application", 0, "inTime"],
      ["preliminary-review", 0, "inTime"],
      ["recommendation-list", 0, "inTime"],
    ]);
  });

  test("what has no binding day is never late, the last second of the stage or the first after it", () => {
    expect(owed("implementation", "09-20T23:59:59")[0]).toEqual(["application", 1, "inTime"]);
    expect(owed("implementation", "09-21T00:00:00")[0]).toEqual(["application", 0, "inTime"]);
  });

  test("the list goes on being owed in stage three (L15), where form and review are only welcome", () => {
    expect(owed("verification", "09-21T00:00:00")).toEqual([["recommendation-list", 0, "inTime"]]);
    expect(owed("verification", "09-28T23:59:59")).toEqual([["recommendation-list", 1, "inTime"]]);
  });

  test("the list is marked in the days off from 10月1日, late from 10月8日, and stays owed", () => {
    const lateness = (moment: string) => owed("verification", moment).map(([, , late]) => late);

    expect(lateness("09-30T23:59:59")).toEqual(["inTime"]);
    expect(lateness("10-01T00:00:00")).toEqual(["duringRest"]);
    expect(lateness("10-07T23:59:59")).toEqual(["duringRest"]);
    expect(lateness("10-08T00:00:00")).toEqual(["late"]);
  });

  test("the report joins it in stage four, and is late after 10月20日", () => {
    expect(owed("conclusion", "10-20T23:59:59")).toEqual([
      ["recommendation-list", 0, "late"],
      ["work-report", 1, "inTime"],
    ]);
    expect(owed("conclusion", "10-21T00:00:00")).toEqual([
      ["recommendation-list", 0, "late"],
      ["work-report", 0, "late"],
    ]);
  });

  test("form and review are owed past their stage once R13 closes it", () => {
    const closes: RulingsInForce = new Map([["R13", { text: "是截止日", value: { closes: true } }]]);

    expect(owed("implementation", "09-20T23:59:59", closes).map(([, , late]) => late)).toEqual([
      "inTime",
      "inTime",
      "inTime",
    ]);
    expect(owed("verification", "09-21T00:00:00", closes).map(([, , late]) => late)).toEqual([
      "late",
      "late",
      "inTime",
    ]);
  });
});

describe("the date a card counts to is the next one that is owed and not over", () => {
  const next = (moment: string, done: readonly string[] = []) =>
    nextDue(
      owedInStage(campaign, stageById(shaoxing, "conclusion"), { now: at(moment), rulings: nothingRuled }),
      (id) => done.includes(id),
    )?.deliverable.id;

  test.each([
    ["09-30T23:59:59", "recommendation-list"],
    ["10-01T00:00:00", "work-report"],
    ["10-20T23:59:59", "work-report"],
    ["10-21T00:00:00", undefined],
  ])("at %s: %s", (moment, expected) => {
    expect(next(moment)).toBe(expected);
  });

  test("what is handed in is passed over", () => {
    expect(next("09-28T12:00:00", ["recommendation-list"])).toBe("work-report");
    expect(next("09-28T12:00:00", ["recommendation-list", "work-report"])).toBeUndefined();
  });
});
