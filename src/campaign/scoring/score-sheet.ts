import type { PersonalRef } from "../../platform/journal/personal-value.ts";

/** Whose points: the district's 初评 or the city's 核验. Side by side, never merged. */
export type Ledger = "district" | "city";

/** In the district's ledger everybody works on the district's one sheet. */
export const DISTRICT_SCORER = "district";

/** Names a sheet. */
export interface SheetOwner {
  /** The application's id. */
  caseId: string;
  ledger: Ledger;
  /** {@link DISTRICT_SCORER}, or the member's staffId in the city's ledger. */
  scorer: string;
}

/** 评分表. Points of one scorer on one case. */
export interface ScoreSheet extends SheetOwner {
  state: "open" | "finalized";
  finalizedAt: Date | undefined;
  /** By row, e.g. `3-2`; a row without an entry is not answered yet. */
  scores: ReadonlyMap<string, Score>;
}

/** 考核分 of one row. */
export interface Score {
  criterion: string;
  /** 不适用 counts the row's maximum, 不符合 counts 0; on a row that knocks out it is 否决. */
  state: "given" | "notApplicable" | "requirementNotMet";
  hundredths: number;
  reason: PersonalRef | undefined;
  remark: PersonalRef | undefined;
  /** The definition it was given under. */
  definitionVersion: number;
}

/** What a person gives one row: points or a verdict, a reason, or both. */
export interface GivenScore {
  criterion: string;
  points?: number;
  /** On a row that knocks out, instead of points: 否决 or 通过. */
  knockedOut?: boolean;
  /** In words; 同上 and 沿用 as they were typed. */
  reason?: string;
}

export const emptySheet = (owner: SheetOwner): ScoreSheet => ({
  ...owner,
  state: "open",
  finalizedAt: undefined,
  scores: new Map(),
});
