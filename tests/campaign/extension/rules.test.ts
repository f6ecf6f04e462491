import { describe, expect, test } from "vitest";
import { deadlineOf, deliverableById, latenessOf } from "../../../src/campaign/definition/deadlines.ts";
import { noRulings } from "../../../src/campaign/definition/rulings-in-force.ts";
import { deadlineContext, extensionKey, runningCampaign } from "../../../src/campaign/definition/running-campaign.ts";
import { dueWordsOf } from "../../../src/campaign/definition/wording.ts";
import { extendable, latestDay, problemWith } from "../../../src/campaign/extension/rules.ts";
import type { CivilDate } from "../../../src/shared/civil-date.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";

const at = (moment: string): Date => new Date(`2023-${moment}+08:00`);
const campaign = runningCampaign({
  ...{ definition: shaoxing, definitionVersion: 1, startedAt: at("08-09T09:00:00") },
  extendedTo: new Map<string, CivilDate>([[extensionKey("recommendation-list", "keqiao"), "2023-10-11"]]),
});
const dueOf = (deliverable: string, district?: string) =>
  deadlineOf(deadlineContext(campaign, noRulings, district), deliverable);

describe("an extension moves one day of one district", () => {
  test("to 24:00 of the new day, after which what comes is late", () => {
    const due = dueOf("recommendation-list", "keqiao");

    expect(due).toEqual({
      ...{ deliverable: "recommendation-list", statedOn: "2023-10-11", namedOn: "2023-10-11" },
      ...{ effectiveOn: "2023-10-11", extendedFrom: "2023-09-30", binding: true, mark: "plan" },
      softClosesAt: at("10-11T17:00:00"),
      hardClosesAt: at("10-12T00:00:00"),
      lateFrom: at("10-12T00:00:00"),
    });
    expect(latenessOf(due, at("10-11T23:59:59"))).toBe("inTime");
    expect(latenessOf(due, at("10-12T00:00:00"))).toBe("late");
    expect(dueWordsOf(shaoxing, due)).toBe("10月11日前（含当日，已准予延期）");
  });

  test("not another district's, not another deliverable's, not the day of all", () => {
    expect(dueOf("recommendation-list", "yuecheng").statedOn).toBe("2023-09-30");
    expect(dueOf("recommendation-list").statedOn).toBe("2023-09-30");
    expect(dueOf("work-report", "keqiao").statedOn).toBe("2023-10-20");
  });

  test("and counts for nothing once a ruling names the same day or a later one for all", () => {
    const rulings = new Map([["R1", { text: "延至10月11日", value: { on: "10-11" } }]]);

    const due = deadlineOf(deadlineContext(campaign, rulings, "keqiao"), "recommendation-list");

    expect([due.statedOn, due.extendedFrom]).toEqual(["2023-10-11", undefined]);
  });
});

test("what has no binding day needs no extension", () => {
  const ids = extendable(campaign, "yuecheng", { now: at("09-13T09:00:00"), rulings: noRulings }).map(({ id }) => id);

  expect(ids).toEqual(["recommendation-list", "work-report"]);
});

describe("the new day", () => {
  const latest = latestDay(campaign, deliverableById(shaoxing, "recommendation-list"), noRulings);
  const asked = { statedOn: "2023-09-30" as CivilDate, latest, now: at("09-28T10:00:00") };

  test.each<[CivilDate, string | undefined]>([
    ["2023-09-27", "past"],
    ["2023-09-28", "notLater"],
    ["2023-09-30", "notLater"],
    ["2023-10-01", "restDay"],
    ["2023-10-06", "restDay"],
    ["2023-10-07", undefined],
    ["2023-10-13", undefined],
    ["2023-10-14", "restDay"],
    ["2023-10-15", "beyond"],
    ["2027-03-01", "beyond"],
  ])("%s: %s", (until, problem) => {
    expect(problemWith(campaign, until, asked)).toBe(problem);
  });

  test("of a report may lie within the last stage", () => {
    expect(latestDay(campaign, deliverableById(shaoxing, "work-report"), noRulings)).toBe("2023-10-30");
  });
});
