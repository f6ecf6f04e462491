import type { PersonalRef } from "../../platform/journal/personal-value.ts";
import type { EnteredFor } from "../engine/on-behalf.ts";

/** Origin of points: the district's 初评 or the city's 核验. The two are never merged. */
export type Ledger = "district" | "city";

/** Scorer name in the district's ledger: all officials share one sheet. */
export const DISTRICT_SCORER = "district";

/** Primary key of a sheet. */
export interface SheetOwner {
  /** The application's id. */
  caseId: string;
  ledger: Ledger;
  /** {@link DISTRICT_SCORER}, or the member's staffId in the city's ledger. */
  scorer: string;
}

/** 评分表. Points of one scorer for one case. */
export interface ScoreSheet extends SheetOwner {
  state: "open" | "finalized";
  finalizedAt: Date | undefined;
  /** 逾期: finalized after a deadline that a ruling made binding. */
  late: boolean;
  lateReason: PersonalRef | undefined;
  /** Who finalized it for the district without being of it. */
  finalizedFor: EnteredFor | undefined;
  /** 重新修改: when it was last opened again, and why; undefined if never. */
  reopened: { at: Date; reason: PersonalRef | undefined } | undefined;
  /** By row id, e.g. `3-2`. Unanswered rows have no entry. */
  scores: ReadonlyMap<string, Score>;
}

/** 考核分 of one row. */
export interface Score {
  criterion: string;
  /**
   * 不适用 counts the row's maximum, 不符合 counts 0; on a knock-out row `requirementNotMet` means 否决. `asDistrict`: 与初评一致, in
   * the city's ledger, with the district's points at that time.
   */
  state: "given" | "notApplicable" | "requirementNotMet" | "asDistrict";
  hundredths: number;
  /** Of 不符合: id of the clause of 附件1 that is not met. */
  clause?: string;
  reason: PersonalRef | undefined;
  remark: PersonalRef | undefined;
  /** Definition version in force at the time. */
  definitionVersion: number;
  /** Who gave them for the district without being of it. */
  givenFor: EnteredFor | undefined;
}

/** Input for one row: points, a verdict, 不适用, 与初评一致 or 不符合, a reason, a remark, or several of them. */
export interface GivenScore {
  criterion: string;
  points?: number;
  /** Knock-out rows only, instead of points: true for 否决, false for 通过. */
  knockedOut?: boolean;
  /** 不适用, instead of points. */
  notApplicable?: true;
  /** 与初评一致, instead of points; in the city's ledger. */
  asDistrict?: true;
  /** 不符合, instead of points: the clause of 附件1 that is not met; in the city's ledger. */
  notMet?: string;
  /** In words, with 同上 and 沿用 unresolved; empty to take the row's reason away. */
  reason?: string;
  /** The reason is added to the one that the row has. */
  adds?: true;
  /** 备注; empty to take the row's remark away. */
  remark?: string;
}

export const emptySheet = (owner: SheetOwner): ScoreSheet => ({
  ...owner,
  state: "open",
  finalizedAt: undefined,
  late: false,
  lateReason: undefined,
  finalizedFor: undefined,
  reopened: undefined,
  scores: new Map(),
});
