import { expect, test } from "vitest";
import type { CampaignState } from "../../../src/campaign/tasks/campaign-state.ts";
import { isOverdue, ownLines, waitingLines } from "../../../src/campaign/tasks/lines.ts";
import { owed, tasksFor } from "../../../src/campaign/tasks/rules.ts";
import { staffId } from "../../../src/shared/brand.ts";
import { civilDate } from "../../../src/shared/civil-date.ts";
import { at, nothing } from "./support/state.ts";

const clerk = staffId("zhuji-1");
const organizer = staffId("maxiaohan");

const lines = (state: CampaignState, person: typeof clerk, now: Date): string[] =>
  ownLines(state, tasksFor(owed(state, now), person), now);
const waiting = (state: CampaignState, person: typeof clerk, now: Date): string[] =>
  waitingLines(state, tasksFor(owed(state, now), person));

test("a report that was sent back is owed by its own day, and the organizer waits for it", () => {
  const back = { version: 1, until: civilDate("2023-10-25"), at: at("10-21T09:00:00") };
  const state: CampaignState = {
    ...nothing(),
    reports: new Set(["zhuji"]),
    returnedReports: new Map([["zhuji", back]]),
  };
  const [last, over] = [at("10-25T23:59:59"), at("10-26T00:00:00")];
  const task = owed(state, last).find(({ what, person }) => what === "report.revise" && person === clerk);

  expect(lines(state, clerk, last)).toContain("工作报告：市级退回修改，期限10月25日，尚未重新报送");
  expect(waiting(state, organizer, last)).toContain("工作报告：等待诸暨市修改后重新报送");
  expect([last, over].map((now) => task && isOverdue(state, task, now))).toEqual([false, true]);
});

test("the city's summary is owed from the day after the districts' on, until the finished paper is filed", () => {
  const state = { ...nothing(), reports: new Set(["zhuji"]) };
  const summary = (of: CampaignState, now: Date): string[] =>
    owed(of, now)
      .filter(({ what, person }) => what === "summary.file" && person === organizer)
      .map(({ person, dueAt }) => `${person} ${dueAt?.toISOString()}`);

  expect(summary(state, at("10-20T23:59:59"))).toEqual([]);
  expect(summary(state, at("10-21T00:00:00"))).toEqual(["maxiaohan 2023-10-30T16:00:00.000Z"]);
  expect(summary({ ...state, hasSummary: true }, at("10-21T00:00:00"))).toEqual([]);
  expect(lines(state, organizer, at("10-23T09:00:00")).some((line) => line.startsWith("全市总结：定稿尚未归档"))).toBe(
    true,
  );
});

test("support is the organizer's turn until it is answered, then the district's until it is closed", () => {
  const of = (isAnswered: boolean): CampaignState => ({
    ...nothing(),
    supports: [{ number: 3, district: "zhuji", isAnswered, at: at("08-12T09:00:00") }],
  });
  const now = at("08-13T09:00:00");

  expect(lines(of(false), organizer, now)).toEqual(["支持事项第3件：待您答复"]);
  expect(waiting(of(false), clerk, now)).toEqual(["支持事项第3件：等待活动联系人答复"]);
  expect(lines(of(true), clerk, now)).toEqual(["支持事项第3件：已答复，解决后请登记办结"]);
  expect(lines(of(true), organizer, now)).toEqual([]);
});
