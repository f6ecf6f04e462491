import { expect, test } from "vitest";
import { noRulings } from "../../../src/campaign/definition/rulings-in-force.ts";
import { runningCampaign } from "../../../src/campaign/definition/running-campaign.ts";
import type { CampaignState, CaseState } from "../../../src/campaign/tasks/campaign-state.ts";
import { districtCounts, sum } from "../../../src/campaign/tasks/counts.ts";
import { staffId } from "../../../src/shared/brand.ts";
import { shaoxing, shaoxingPeople } from "../definition/support/shaoxing.ts";

const startedAt = new Date("2023-08-09T09:00:00+08:00");
const caseIn = (district: string, state: CaseState["state"], review: "open" | "finalized" = "open"): CaseState => ({
  id: `${district}-${state}-${review}`,
  district,
  name: "小区",
  state,
  submittedAt: startedAt,
  review: { state: review, done: 0, of: 25 },
});

const state: CampaignState = {
  campaign: runningCampaign({ definition: shaoxing, definitionVersion: 1, startedAt }),
  rulings: noRulings,
  people: shaoxingPeople,
  cases: [
    caseIn("keqiao", "submitted", "finalized"),
    caseIn("keqiao", "submitted"),
    caseIn("keqiao", "excluded"),
    caseIn("keqiao", "withdrawn"),
    caseIn("yuecheng", "excluded"),
  ],
  forms: [
    { district: "keqiao", startedBy: staffId("keqiao-1"), caseId: undefined, name: "", done: 0, of: 23 },
    { district: "keqiao", startedBy: staffId("keqiao-1"), caseId: "changed", name: "", done: 23, of: 23 },
  ],
  lists: { expected: shaoxing.campaign.districts.map(({ id }) => id), received: new Set(["keqiao"]) },
  reports: new Set(["yuecheng"]),
  answers: [],
  selection: undefined,
};

test("a district's count tells what takes part, what is kept out and what is being filled in", () => {
  const [yuecheng, keqiao, shangyu] = districtCounts(state, "2023-09-01");

  expect(keqiao).toEqual({
    district: "keqiao",
    name: "柯桥区",
    applied: 2,
    excluded: 1,
    filling: 1,
    finalized: 1,
    listExpected: true,
    listIn: true,
    reportIn: false,
  });
  expect(yuecheng).toMatchObject({ applied: 0, excluded: 1, listIn: false, reportIn: true });
  expect(shangyu).toMatchObject({ applied: 0, excluded: 0, filling: 0, finalized: 0 });
});

test("every counted district is in, whether or not it has sent anything", () => {
  const counts = districtCounts(state, "2023-09-01");

  expect(counts).toHaveLength(6);
  expect(sum(counts.map(({ applied }) => applied))).toBe(2);
});
