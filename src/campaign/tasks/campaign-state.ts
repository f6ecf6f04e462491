import type { StaffId } from "../../shared/brand.ts";
import type { CivilDate } from "../../shared/civil-date.ts";
import type { ApplicationState } from "../application/application.ts";
import type { RulingsInForce } from "../definition/rulings-in-force.ts";
import type { RunningCampaign } from "../definition/running-campaign.ts";
import type { Role } from "../definition/schema/roles.ts";
import type { People } from "../directory/member.ts";
import type { Objection } from "../objection/objection.ts";
import type { PublicNotice } from "../public-notice/notice.ts";
import type { RecordedAnswer } from "../ruling/ruling.ts";
import type { Selection } from "../selection/selection.ts";

/** Everything that tasks and counts are derived from. Contains no points. */
export interface CampaignState {
  campaign: RunningCampaign;
  rulings: RulingsInForce;
  people: People;
  /** Submitted, withdrawn and excluded, in order of submission. */
  cases: readonly CaseState[];
  /** Forms not submitted yet. */
  forms: readonly FilledForm[];
  lists: ListsState;
  /** Ids of the districts with a work report. */
  reports: ReadonlySet<string>;
  /** Reports that were sent back and not handed in anew, by district id; left out: none. */
  returnedReports?: ReadonlyMap<string, { version: number; until: CivilDate; at: Date }>;
  /** The city's finished summary is filed. */
  hasSummary?: boolean;
  /** 支持事项 that are not closed; left out: none. */
  supports?: readonly { number: number; district: string; isAnswered: boolean; at: Date }[];
  answers: readonly RecordedAnswer[];
  /** 评选工作组 as it stands; left out where it was not asked for. */
  team?: { state: "none" | "proposed" | "returned" | "approved"; at?: Date };
  /** 回避 that waits for a decision; left out where it was not asked for. */
  recusals?: readonly OpenRecusal[];
  /** Sites whose points are to be given by a member; left out where they were not asked for. */
  verifications?: readonly OpenVerification[];
  /** What the arrangement of the visits lacks; left out where it was not asked for. */
  visits?: VisitGaps;
  /** 征求意见; left out where it was not asked for. */
  consultation?:
    | {
        /** Departments that have not replied on every case, and since when they are asked. */
        unanswered: readonly { name: string; at: Date }[];
        /** What waits for a decision, by the name of its case, oldest first. */
        pending: readonly { name: string; department: string; at: Date }[];
      }
    | undefined;
  /** Newest version. */
  selection: Selection | undefined;
  /** Why the approved selection cannot be published, whatever the day, in a sentence; undefined if nothing is against it. */
  hindrance: string | undefined;
  /** Days of the 公示 of the approved selection; undefined before it has begun. */
  notice?: Pick<PublicNotice, "beginsOn" | "endsOn">;
  /** 延期 that waits for the organizer (`asked`) or the approver; left out where it was not asked for. */
  extensions?: readonly OpenExtension[];
  /** The correction of the published list that waits for the approver. */
  correction?: { number: number; at: Date };
  /** 向省推荐 after 公布: what comes next, and of which version; left out where the plan has none. */
  province?: ProvincialState;
  /** 异议 with something left to do; left out where they were not asked for. */
  objections?: readonly OpenObjection[];
  /** 公布 has taken place. */
  isPublished: boolean;
  /** How many of the published list have fallen out, as long as no new version is on its way; left out: none. */
  fallenOut?: number;
  /** Names of decisions in force whose document is not registered (依据文件待登记). */
  unregistered: readonly string[];
}

export interface OpenExtension {
  deliverable: string;
  district: string;
  number: number;
  state: "asked" | "proposed";
  /** Since when it waits for who has to decide. */
  at: Date;
}

/** Without what it says, and who said it. */
export interface OpenObjection extends Pick<Objection, "number" | "state" | "handleBy" | "repliedOn"> {
  /** Since when it has been waiting. */
  at: Date;
}

export interface OpenRecusal {
  /** Name of the case. */
  name: string;
  /** Name of the member. */
  member: string;
  at: Date;
  /** Who decides, and in which role. */
  by: readonly StaffId[];
  role: Role;
}

/** Names of sites, each list in the order of the districts. */
export interface VisitGaps {
  /** Since when visits can be arranged: the team was approved. */
  since: Date;
  /** Without a day. */
  undated: readonly string[];
  /** To be visited, with fewer members than a site has. */
  short: readonly string[];
  /** Visited, without a signed record on file. */
  unrecorded: readonly string[];
}

/** How far a member is with a site is for the member alone. */
export interface OpenVerification {
  caseId: string;
  /** Name of the case. */
  name: string;
  member: StaffId;
  /** Since when the member verifies it. */
  at: Date;
}

export interface CaseState {
  id: string;
  district: string;
  name: string;
  state: ApplicationState;
  submittedAt: Date;
  /** 初评. Rows of the rubric with points, and all of them. */
  review: { state: "open" | "finalized"; done: number; of: number };
  /** Opinions were given before a change of the form, and wait to be confirmed. */
  opinionsWait: boolean;
  /** 退回补正 that waits for its correction: the last day, and since when. */
  returned?: { until: CivilDate; at: Date /** More time is asked for since then. */; moreTimeAskedAt?: Date };
}

/** What comes next of 向省推荐. */
export interface ProvincialState {
  next: "propose" | "decide" | "amend" | "send" | "nothing";
  /** 0: none was proposed yet. */
  version: number;
  since: Date;
  /** The last day that the province names. */
  dueOn: CivilDate | undefined;
}

/** An application form being filled in. */
export interface FilledForm {
  district: string;
  startedBy: StaffId;
  /** The submitted case that is being changed; undefined for a new one. */
  caseId: string | undefined;
  /** Empty before the name is given. */
  name: string;
  /** Fields with an answer, and all of them. */
  done: number;
  of: number;
}

/** 推荐名单. Ids of districts. */
export interface ListsState {
  /** Districts that owe a list, whether it is in or not. */
  expected: readonly string[];
  /** Lists in force. */
  received: ReadonlySet<string>;
  /** Those of `received` that state that they recommend nobody (无推荐). */
  nobody: ReadonlySet<string>;
  /** Those of `received` whose 盖章件 has not come (盖章件待补), with the version in force and since when. */
  unsealed?: ReadonlyMap<string, { version: number; at: Date }>;
  /** The organizer's proposal to expect lists of other districts, while it waits for the approver. */
  proposal?: { districts: readonly string[]; at: Date };
}
