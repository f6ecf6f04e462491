import { describe, expect, test } from "vitest";
import { taskActions } from "../../../src/campaign/tasks/actions.ts";
import type { CampaignState } from "../../../src/campaign/tasks/campaign-state.ts";
import { ownLines } from "../../../src/campaign/tasks/lines.ts";
import { owed, tasksFor } from "../../../src/campaign/tasks/rules.ts";
import { staffId } from "../../../src/shared/brand.ts";
import { at, nothing } from "./support/state.ts";

describe("核验安排", () => {
  const visits = {
    since: at("09-27T10:00:00"),
    undated: ["甲苑", "乙苑", "丙苑", "丁苑"],
    short: ["甲苑"],
    unrecorded: [],
  };
  const state = { ...nothing(), visits };
  const arranging = (rest: Partial<CampaignState> = {}) =>
    owed({ ...state, ...rest }, at("09-28T10:00:00")).filter(({ what }) => what.startsWith("visit."));

  test("is owed by the lead and the organizer: days, members and signed records, one line for each", () => {
    expect([...new Set(arranging().map(({ person }) => person))].sort()).toEqual(["deputy", "maxiaohan", "team-lead"]);
    const tasks = tasksFor(arranging({ visits: { ...visits, unrecorded: ["戊苑"] } }), staffId("team-lead"));
    expect(ownLines(state, tasks, at("09-28T10:00:00"))).toEqual([
      "核验安排：甲苑、乙苑、丙苑等4处未定日期",
      "核验分派：甲苑成员不足",
      "现场核验记录表：戊苑已核验，签字件尚未归档",
    ]);
    expect(taskActions(state, tasks).map(({ typed }) => typed)).toEqual(["安排日期", "核验分派"]);
  });

  test("is owed no more once nothing lacks, or the list is published", () => {
    expect(arranging({ visits: { ...visits, undated: [], short: [] } })).toEqual([]);
    expect(arranging({ isPublished: true })).toEqual([]);
  });
});
