import type { StaffId } from "../../shared/brand.ts";
import { type Stage, stageOpening } from "../definition/deadlines.ts";
import { deadlineContext } from "../definition/running-campaign.ts";
import type { Capability } from "../definition/schema/roles.ts";
import { membersWhoMay } from "../directory/member.ts";
import type { CampaignState } from "./campaign-state.ts";
import type { Task } from "./task.ts";

/** Something to be done, before it is told whose it is. */
export interface Turn extends Pick<Task, "what" | "about" | "since" | "dueAt" | "notBefore" | "hindrance"> {
  /** Who does it. */
  doers: readonly StaffId[];
  /** Who else is told that it is awaited. */
  awaitedBy: readonly StaffId[];
  waitsFor: NonNullable<Task["waitsFor"]>;
  /** Whose turn it is by name; those who stand in for them may do it, too. */
  principal?: StaffId;
}

export const may = ({ campaign, people }: CampaignState, capability: Capability): StaffId[] =>
  membersWhoMay(campaign.definition, people, capability).map(({ staffId }) => staffId);

/** After publication nothing of what led to it is owed any more. */
export const isPublished = (state: CampaignState): boolean => state.isPublished;

/** When the stage's cards go out: from then on its deliverables are owed. */
export const opensAt = ({ campaign, rulings }: CampaignState, stage: Stage): Date =>
  stageOpening(deadlineContext(campaign, rulings), stage);
