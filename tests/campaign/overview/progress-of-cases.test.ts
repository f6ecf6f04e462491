import { expect, test } from "vitest";
import { noRulings } from "../../../src/campaign/definition/rulings-in-force.ts";
import { runningCampaign } from "../../../src/campaign/definition/running-campaign.ts";
import { caseLines } from "../../../src/campaign/overview/progress/views.ts";
import type { CampaignState, CaseState } from "../../../src/campaign/tasks/campaign-state.ts";
import { staffId } from "../../../src/shared/brand.ts";
import { shaoxing, shaoxingPeople } from "../definition/support/shaoxing.ts";

const startedAt = new Date("2023-08-09T09:00:00+08:00");
const caseOf = (name: string, change: Partial<CaseState> = {}): CaseState => ({
  id: name,
  district: "keqiao",
  name,
  state: "submitted",
  submittedAt: startedAt,
  review: { state: "open", done: 0, of: 25 },
  opinionsWait: false,
  ...change,
});

const state: CampaignState = {
  campaign: runningCampaign({ definition: shaoxing, definitionVersion: 1, startedAt }),
  rulings: noRulings,
  people: shaoxingPeople,
  cases: [
    caseOf("柯岩人家", { review: { state: "finalized", done: 25, of: 25 } }),
    caseOf("鉴湖新村", { review: { state: "open", done: 5, of: 25 } }),
    caseOf("轻纺小区"),
    caseOf("瓜渚湖畔", { review: { state: "open", done: 25, of: 25 } }),
    caseOf("柯桥花园", { state: "excluded" }),
    caseOf("湖东小区", { state: "withdrawn" }),
    caseOf("稽山花园", { district: "yuecheng" }),
  ],
  forms: [
    { district: "keqiao", startedBy: staffId("keqiao-1"), caseId: undefined, name: "", done: 3, of: 23 },
    { district: "keqiao", startedBy: staffId("keqiao-2"), caseId: "轻纺小区", name: "轻纺小区", done: 23, of: 23 },
  ],
  lists: { expected: [], received: new Set(), nobody: new Set() },
  reports: new Set(),
  answers: [],
  selection: undefined,
  isPublished: false,
  hindrance: undefined,
  unregistered: [],
};

test("进度 of a clerk names each compound and form, and what it still lacks", () => {
  const lacking = new Map([["鉴湖新村", ["附件1还有4款未填"]]]);

  expect(caseLines(state, "keqiao", { strips: new Map(), lacking })).toEqual([
    "柯岩人家：初评已提交定稿",
    "鉴湖新村：申报已提交，初评还有20条未评分，附件1还有4款未填",
    "轻纺小区：修改中，尚未提交",
    "瓜渚湖畔：申报已提交，初评已评完，尚未提交定稿",
    "柯桥花园：不得参与",
    "（未填小区名称）：填写中，已填3/23项，尚未提交",
  ]);
});
