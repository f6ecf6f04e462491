import type { PersonalRef } from "../../platform/journal/personal-value.ts";

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
}

export type ReportContent = { kind: "text"; text: PersonalRef } | { kind: "file"; hash: string; name: string };
