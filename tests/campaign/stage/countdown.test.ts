import { describe, expect, test } from "vitest";
import { stageOpening } from "../../../src/campaign/definition/deadlines.ts";
import type { RulingsInForce, RulingsOverTime } from "../../../src/campaign/definition/rulings-in-force.ts";
import { rulingsAt } from "../../../src/campaign/definition/rulings-in-force.ts";
import { deadlineContext, runningCampaign } from "../../../src/campaign/definition/running-campaign.ts";
import { changedOn, countdownDays, stageCountdown } from "../../../src/campaign/stage/countdown.ts";
import { stageView } from "../../../src/campaign/stage/views.ts";
import { addDays, type CivilDate, civilDate, dayOf, daysBetween, momentOf } from "../../../src/shared/civil-date.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";

const campaign = runningCampaign({
  definition: shaoxing,
  definitionVersion: 1,
  startedAt: new Date("2023-08-09T09:00:00+08:00"),
});
const { calendar } = campaign;
const none: RulingsInForce = new Map();

const YEAR = Array.from({ length: daysBetween("2023-08-10", "2023-10-31") + 1 }, (_, offset) =>
  addDays("2023-08-10", offset),
);

/** The days, ascending, on which a card that was there the day before shows something else. */
function changingDays(steps: RulingsOverTime): CivilDate[] {
  const audiences = [{ kind: "group" }, { kind: "districtOfficer", district: "keqiao" }] as const;
  const cards = campaign.definition.campaign.stages.flatMap((stage) =>
    audiences.map((audience) => {
      const opening = dayOf(stageOpening(deadlineContext(campaign), stage));
      const shown = YEAR.filter((day) => day >= opening).map((day) => {
        const now = momentOf(day, "10:00");
        const view = stageView({ campaign, now, rulings: rulingsAt(steps, now) }, stage, { audience });
        return { day, text: JSON.stringify(view) };
      });
      return shown.filter(({ text }, at) => at > 0 && text !== shown[at - 1]?.text).map(({ day }) => day);
    }),
  );
  return [...new Set(cards.flat())].sort();
}

const momentDays = (steps: RulingsOverTime) => stageCountdown.moments(campaign, steps).map(({ key }) => key);

describe("a stage card on every day of the year", () => {
  const notIn = (days: readonly string[], others: readonly string[]) => days.filter((day) => !others.includes(day));

  test("shows something else only on a day of the countdown", () => {
    const changing = changingDays([]);

    expect(notIn(changing, momentDays([]))).toEqual([]);
    // The report's date is over by then: the end of stage four asks nothing of anybody.
    expect(notIn(momentDays([]), changing)).toEqual(["2023-10-26", "2023-10-27", "2023-10-28", "2023-10-30"]);
  });

  test("also where rulings move a day and make another binding", () => {
    const from = "2023-09-01";
    const inForce = new Map([
      ["R2", { text: "不包括当日", value: { inclusive: false } }],
      ["R13", { text: "是", value: { closes: true } }],
    ]);
    const steps = [{ from: momentOf(from), inForce, foreseen: true }];

    expect(notIn(changingDays(steps), momentDays(steps))).toEqual([from]);
    expect(notIn(momentDays(steps), momentDays([]))).toEqual(["2023-10-17"]);
    expect(notIn(momentDays([]), momentDays(steps))).toEqual(["2023-10-21"]);
  });

  test("each moment is 00:00 of its day", () => {
    const moments = stageCountdown.moments(campaign, []);

    expect(moments.map(({ dueAt }) => dueAt)).toEqual(moments.map(({ key }) => momentOf(civilDate(key))));
  });
});

describe("the days of a countdown", () => {
  test.each<[string, CivilDate, CivilDate[]]>([
    ["a Friday", "2023-10-20", ["2023-10-18", "2023-10-19", "2023-10-20", "2023-10-21"]],
    ["a Wednesday", "2023-09-20", ["2023-09-18", "2023-09-19", "2023-09-20", "2023-09-21"]],
    ["a Sunday", "2023-08-20", ["2023-08-16", "2023-08-17", "2023-08-18", "2023-08-19", "2023-08-20", "2023-08-21"]],
    [
      "a day in a holiday",
      "2023-09-30",
      ["2023-09-26", "2023-09-27", "2023-09-28", "2023-09-29", "2023-09-30", "2023-10-01"],
    ],
    ["a Monday", "2023-10-30", ["2023-10-26", "2023-10-27", "2023-10-28", "2023-10-30", "2023-10-31"]],
  ])("to %s", (_what, lastDay, days) => {
    expect(countdownDays(calendar, lastDay)).toEqual(days);
  });
});

describe("a day of the countdown, found due", () => {
  test("at its time changes what is counted on it", () => {
    expect(changedOn(campaign, none, { day: "2023-09-20", today: "2023-09-20" })).toEqual({
      stages: ["implementation"],
      deliverables: ["application", "preliminary-review"],
    });
    expect(changedOn(campaign, none, { day: "2023-10-18", today: "2023-10-18" })).toEqual({
      stages: ["conclusion"],
      deliverables: ["work-report"],
    });
  });

  test("late leaves what a later day has changed again to that day", () => {
    const today = "2023-09-26";

    expect(changedOn(campaign, none, { day: "2023-09-20", today })).toEqual({ stages: [], deliverables: [] });
    expect(changedOn(campaign, none, { day: "2023-09-21", today })).toEqual({
      stages: ["implementation"],
      deliverables: ["application", "preliminary-review"],
    });
    expect(changedOn(campaign, none, { day: "2023-09-26", today })).toEqual({
      stages: ["implementation"],
      deliverables: ["recommendation-list"],
    });
  });
});
