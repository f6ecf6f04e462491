import type { PersonalRef } from "../../platform/journal/personal-value.ts";
import type { Application } from "../application/application.ts";

/** 择优 as people decided it, for every compound on the confirmed lists. Versions count up; the newest stands. */
export interface Selection {
  version: number;
  items: readonly SelectedItem[];
  state: SelectionState;
  recordedBy: string;
  recordedAt: Date;
  decidedBy: string | null;
  decidedAt: Date | null;
  publishedBy: string | null;
  publishedAt: Date | null;
}

export interface SelectedItem {
  applicationId: string;
  /** 入选 / 不入选 */
  selected: boolean;
  reason: PersonalRef;
}

/** 待批准 / 已批准 / 未批准 / 已被新版本替代 / 已公布 */
export type SelectionState = "proposed" | "approved" | "declined" | "superseded" | "published";

/** A compound on a confirmed list, numbered as people see it: by district, then in the district's own order. */
export interface Candidate {
  applicationId: string;
  /** From 1. */
  number: number;
  /** The district's id and name. */
  district: string;
  districtName: string;
  name: string;
  /** Id and name of its category, where the campaign has some. */
  category?: string;
  categoryName?: string;
  /** The district's finalized total in hundredths; 核验 has not taken place. */
  total: number | undefined;
  declaration: Application["declaration"];
}

/** What one person entered so far. Nothing is chosen beforehand. */
export interface Choices {
  /** By application id. */
  items: Readonly<Record<string, Choice>>;
  /** Why the number departs from what holds 原则上. */
  departure?: string | undefined;
  /** The page of the card that is open, from 0. */
  page: number;
}

export interface Choice {
  selected?: boolean | undefined;
  reason?: string | undefined;
}
