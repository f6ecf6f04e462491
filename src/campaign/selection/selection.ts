import type { PersonalRef } from "../../platform/journal/personal-value.ts";
import type { Application } from "../application/application.ts";

/** 择优: the decision on every compound on the confirmed lists. The newest version is in force. */
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

/** A compound on a confirmed list. Numbers follow the districts, then each district's own order. */
export interface Candidate {
  applicationId: string;
  /** From 1. */
  number: number;
  /** The district's id and name. */
  district: string;
  districtName: string;
  name: string;
  /** Id and name of the category; missing in campaigns without categories. */
  category?: string;
  categoryName?: string;
  /** Finalized total of the district, in hundredths, before 核验; undefined without scoring. */
  total: number | undefined;
  declaration: Application["declaration"];
}

/** Input of one person so far. Nothing is preselected. */
export interface Choices {
  /** By application id. */
  items: Readonly<Record<string, Choice>>;
  /** Reason for breaking a 原则上 limit. */
  departure?: string | undefined;
  /** Open page of the card, from 0. */
  page: number;
}

export interface Choice {
  selected?: boolean | undefined;
  reason?: string | undefined;
}
