import type { ReferencePurpose } from "../definition/schema/purposes.ts";

/** 市级名单: who stands where in the whole city, as the organizer supplied it. A new version replaces it for everybody. */
export interface ReferenceList {
  purpose: ReferencePurpose;
  /** From 1. */
  version: number;
  /** Header of the column with the figures, e.g. 2022年满意度（%）; empty without one. */
  metric: string;
  rows: readonly ReferenceRow[];
  /** Hash and name of the received workbook. */
  fileHash: string;
  fileName: string;
  appliedBy: string;
  appliedAt: Date;
}

/** One compound or enterprise. Without figure and verdict the city has no data on it. */
export interface ReferenceRow {
  name: string;
  /** The district's id, where the list names it. */
  district?: string | undefined;
  figure?: number | undefined;
  /** 是 / 否, as the list says itself. */
  within?: boolean | undefined;
}

/** Whether a row is among the first or last few per cent of the city; `unknown`: 待定. */
export type Place = "within" | "outside" | "unknown";
