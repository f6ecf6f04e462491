import type { PersonalRef } from "../../platform/journal/personal-value.ts";

/** 工作报告 of one district, as last handed in. */
export interface WorkReport {
  district: string;
  /** From 1; handing in again makes a new one, the earlier stay. */
  version: number;
  content: ReportContent;
  /** After the stated day: marked, never refused. */
  late: boolean;
  handedInAt: Date;
  handedInBy: string;
}

export type ReportContent = { kind: "text"; text: PersonalRef } | { kind: "file"; hash: string; name: string };
