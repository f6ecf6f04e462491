import type { PersonalRef } from "../../platform/journal/personal-value.ts";
import type { CivilDate } from "../../shared/civil-date.ts";

/** 工作报告 of one district. */
export interface WorkReport {
  district: string;
  /** From 1; each hand-in adds a version. */
  version: number;
  content: ReportContent;
  /** Handed in after a binding deadline. */
  late: boolean;
  handedInAt: Date;
  handedInBy: string;
  /** Who answers for it, where somebody else handed it in for the district. */
  responsible: string | null;
  /** 退回 by the city; left out for one that stands. */
  returned?: ReportReturn;
}

/** What the city wants changed, and by when. */
export interface ReportReturn {
  at: Date;
  by: string;
  /** The last day for the next version. */
  dueOn: CivilDate;
  remarks: PersonalRef | undefined;
}

export type ReportContent =
  | { kind: "text"; text: PersonalRef }
  /** `text`: what was read from it; left out if nothing could be. */
  | { kind: "file"; hash: string; name: string; text?: PersonalRef };
