import type { Definition } from "../../../../src/campaign/definition/definition.ts";
import { noRulings } from "../../../../src/campaign/definition/rulings-in-force.ts";
import { runningCampaign } from "../../../../src/campaign/definition/running-campaign.ts";
import type { RecordedAnswer } from "../../../../src/campaign/ruling/ruling.ts";
import type { CampaignState } from "../../../../src/campaign/tasks/campaign-state.ts";
import { staffId } from "../../../../src/shared/brand.ts";
import { shaoxing, shaoxingPeople } from "../../definition/support/shaoxing.ts";

export const at = (moment: string): Date => new Date(`2023-${moment}+08:00`);

/** A campaign in which nothing has happened. */
export const nothing = (definition: Definition = shaoxing): CampaignState => ({
  campaign: runningCampaign({ definition, definitionVersion: 1, startedAt: at("08-09T09:00:00") }),
  rulings: noRulings,
  people: shaoxingPeople,
  cases: [],
  forms: [],
  lists: { expected: shaoxing.campaign.districts.map(({ id }) => id), received: new Set(), nobody: new Set() },
  reports: new Set(),
  answers: [],
  selection: undefined,
  hindrance: undefined,
  isPublished: false,
  unregistered: [],
});

/** An answer to a ruling that waits for the approver. */
export const answer = (change: Partial<RecordedAnswer> = {}): RecordedAnswer => ({
  campaignId: "shaoxing-2023",
  ruling: "R14",
  version: 1,
  text: "以区级初评分为准",
  approver: staffId("approver"),
  approverName: "审批领导",
  effectiveAt: at("09-01T10:00:00"),
  state: "pending",
  recordedBy: staffId("maxiaohan"),
  recorderName: "马小涵",
  recordedAt: at("09-01T10:00:00"),
  ...change,
});
