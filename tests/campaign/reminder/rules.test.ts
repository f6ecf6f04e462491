import { describe, expect, test } from "vitest";
import { deadlineOf } from "../../../src/campaign/definition/deadlines.ts";
import type { RulingsOverTime } from "../../../src/campaign/definition/rulings-in-force.ts";
import { deadlineContext, runningCampaign } from "../../../src/campaign/definition/running-campaign.ts";
import { toldOn } from "../../../src/campaign/reminder/overdue.ts";
import { reminderPhrases } from "../../../src/campaign/reminder/phrases.ts";
import { remindersOf, remindersOverTime, whySkipped } from "../../../src/campaign/reminder/rules.ts";
import { isSoftOver, nearnessOf } from "../../../src/campaign/stage/rules.ts";
import { type CivilDate, shanghaiIso } from "../../../src/shared/civil-date.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";

const at = (moment: string): Date => new Date(`2023-${moment}+08:00`);
const campaign = runningCampaign({
  definition: shaoxing,
  definitionVersion: 1,
  startedAt: at("08-09T09:00:00"),
});
const without20th: RulingsOverTime = [
  {
    from: at("10-18T10:00:00"),
    inForce: new Map([["R2", { text: "不包括当日", value: { inclusive: false } }]]),
    foreseen: false,
  },
];

describe("when a district is reminded", () => {
  test("of the work report seven, three and one working days before 10月20日 and on it, at 09:00", () => {
    expect(remindersOf(campaign, "work-report", new Map()).map(({ dueAt }) => shanghaiIso(dueAt))).toEqual([
      "2023-10-11T09:00:00+08:00",
      "2023-10-17T09:00:00+08:00",
      "2023-10-19T09:00:00+08:00",
      "2023-10-20T09:00:00+08:00",
    ]);
  });

  test("of the list before the holiday, though its day lies in it", () => {
    expect(remindersOf(campaign, "recommendation-list", new Map()).map(({ key }) => key)).toEqual([
      "2023-09-19",
      "2023-09-25",
      "2023-09-27",
      "2023-09-28",
    ]);
  });

  test("never of what is optional, or of what nobody asks for", () => {
    expect(remindersOf(campaign, "case-study", new Map())).toEqual([]);
    expect(remindersOf(campaign, "unheard-of", new Map())).toEqual([]);
  });

  test("an answer that takes the 20th out counts from its own time on", () => {
    expect(remindersOverTime(campaign, "work-report", without20th).map(({ key }) => key)).toEqual([
      "2023-10-11",
      "2023-10-17",
      "2023-10-19",
    ]);
  });
});

describe("a reminder found due", () => {
  const all = remindersOf(campaign, "work-report", new Map());
  const facts = {
    startedAt: campaign.startedAt,
    all,
    stageOpensAt: at("10-16T08:30:00"),
    stageEndsAt: at("10-31T00:00:00"),
  };
  const third = { key: "2023-10-19", dueAt: at("10-19T09:00:00") };

  test("is sent at its time, and made up for as long as none is newer", () => {
    expect(whySkipped(third, { ...facts, now: at("10-19T09:00:00") })).toBeUndefined();
    expect(whySkipped(third, { ...facts, now: at("10-20T08:59:59") })).toBeUndefined();
    expect(whySkipped(third, { ...facts, now: at("10-20T09:00:00") })).toBe("newerDue");
  });

  test("is not sent on the day whose card opens the stage and says the same", () => {
    const now = at("10-19T09:00:00");

    expect(whySkipped(third, { ...facts, stageOpensAt: at("10-19T08:30:00"), now })).toBe("openingDay");
    expect(whySkipped(third, { ...facts, stageOpensAt: at("10-18T08:30:00"), now })).toBeUndefined();
  });

  test("is sent when the campaign first started at that very moment", () => {
    const started = { ...facts, startedAt: at("10-19T09:00:00"), now: at("10-19T09:00:00") };

    expect(whySkipped(third, started)).toBeUndefined();
  });

  test("is not sent from before the campaign's first start, nor after its stage", () => {
    const last = { key: "2023-10-20", dueAt: at("10-20T09:00:00") };

    expect(whySkipped(last, { ...facts, startedAt: at("10-20T09:00:01"), now: at("10-20T10:00:00") })).toBe(
      "beforeStart",
    );
    expect(whySkipped(last, { ...facts, now: at("10-30T23:59:59") })).toBeUndefined();
    expect(whySkipped(last, { ...facts, now: at("10-31T00:00:00") })).toBe("stageOver");
  });
});

describe("what a reminder says of the day", () => {
  const deadline = deadlineOf(deadlineContext(campaign), "work-report");

  test.each<[CivilDate, string, string]>([
    ["2023-10-11", "未报送", "，请于10月20日前（含当日）报送，尽量于10月19日（周四）17:00前。"],
    ["2023-10-17", "未报送", "，请于10月20日前（含当日）报送，尽量于10月19日（周四）17:00前。"],
    ["2023-10-18", "剩3个工作日", "，请于10月20日前（含当日）报送，尽量于10月19日（周四）17:00前。"],
    ["2023-10-20", "今日截止", "，请于今日24:00前报送。"],
    ["2023-10-21", "已逾期", "，应于10月20日前（含当日）报送，已逾期。仍可报送，将注明逾期。"],
  ])("on %s: %s", (today, status, rest) => {
    const near = nearnessOf(campaign.calendar, today, deadline.statedOn);

    expect(reminderPhrases.status(near)).toBe(status);
    const asked = { name: "工作报告", by: "10月20日前（含当日）", deadline, near };
    expect(reminderPhrases.missing("柯桥区", { ...asked, isSoftOver: isSoftOver(deadline, today) })).toBe(
      `柯桥区的工作报告尚未报送${rest}`,
    );
  });
});

describe("the day on which it is told what is overdue: the first working day on which what comes is late", () => {
  test.each([
    ["recommendation-list", "2023-10-08"],
    ["work-report", "2023-10-23"],
  ])("%s: %s", (deliverable, day) => {
    expect(toldOn(campaign, deadlineOf(deadlineContext(campaign), deliverable))).toBe(day);
  });
});
