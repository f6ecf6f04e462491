import { describe, expect, test } from "vitest";
import { deadlineOf } from "../../../src/campaign/definition/deadlines.ts";
import { deadlineContext, extensionKey, runningCampaign } from "../../../src/campaign/definition/running-campaign.ts";
import { otherMornings, rungMoments } from "../../../src/campaign/reminder/moments.ts";
import { toldOn } from "../../../src/campaign/reminder/overdue.ts";
import { reminderPhrases } from "../../../src/campaign/reminder/phrases.ts";
import { isSoftOver, nearnessOf } from "../../../src/campaign/stage/rules.ts";
import type { CivilDate } from "../../../src/shared/civil-date.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";

const at = (moment: string): Date => new Date(`2023-${moment}+08:00`);
const campaign = runningCampaign({
  definition: shaoxing,
  definitionVersion: 1,
  startedAt: at("08-09T09:00:00"),
});
describe("what a reminder says of the day", () => {
  const deadline = deadlineOf(deadlineContext(campaign), "work-report");

  test.each<[CivilDate, string, string]>([
    ["2023-10-11", "未报送", "，请于10月20日前（含当日）报送，并尽量于10月19日（周四）17:00前完成。"],
    ["2023-10-17", "未报送", "，请于10月20日前（含当日）报送，并尽量于10月19日（周四）17:00前完成。"],
    ["2023-10-18", "剩3个工作日", "，请于10月20日前（含当日）报送，并尽量于10月19日（周四）17:00前完成。"],
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

describe("on which mornings anybody can be reminded", () => {
  test("days with a rung of the definition's are stops of the clock, all other working days are not", () => {
    const keys = (kind: typeof rungMoments) => kind.moments(campaign, []).map(({ key }) => key);
    const rungs = keys(rungMoments);

    expect(rungs.filter((day) => day <= "2023-10-12")).toEqual([
      ...["2023-09-15", "2023-09-19", "2023-09-25", "2023-09-28"],
      ...["2023-10-08", "2023-10-10", "2023-10-11"],
    ]);
    expect(keys(otherMornings).filter((day) => rungs.includes(day))).toEqual([]);
    expect(keys(otherMornings)).not.toContain("2023-10-01");
    expect(rungMoments.label?.(campaign, "2023-10-11")).toBe("工作报告提醒");
  });

  test("of a district with an extension, its days too", () => {
    const extendedTo = new Map<string, CivilDate>([[extensionKey("work-report", "keqiao"), "2023-10-27"]]);
    const days = rungMoments.moments({ ...campaign, extendedTo }, []).map(({ key }) => key);

    expect(days).toContain("2023-10-24");
    expect(rungMoments.moments(campaign, []).map(({ key }) => key)).not.toContain("2023-10-24");
  });
});
