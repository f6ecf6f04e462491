import type { PersonalRef } from "../../platform/journal/personal-value.ts";
import type { CivilDate } from "../../shared/civil-date.ts";
import type { CasePart } from "../engine/open-parts.ts";

/** One defect: what of the case is open to changes because of it. */
export interface ReturnItem {
  part: CasePart;
  /** What the part was when the case was returned, as a fingerprint. */
  was: string;
  /** What is wrong with it. */
  defect: PersonalRef;
  /** Why it needs no change, in the district's words. */
  explanation?: PersonalRef;
}

/** 退回补正 of a case by the city: all defects at once, with the day until which they are corrected. */
export interface CaseReturn {
  /** The application's id. */
  caseId: string;
  /** From 1. */
  number: number;
  items: readonly ReturnItem[];
  /** The last day; the district may correct until its 24:00, and later with a reason. */
  dueOn: CivilDate;
  returnedAt: Date;
  returnedBy: string;
  /** 报送补正. */
  correctedAt: Date | null;
  correctedBy: string | null;
  responsible: string | null;
  late: boolean;
  lateReason: PersonalRef | null;
  revokedAt: Date | null;
}

export type ReturnState = "open" | "corrected" | "revoked";

export const stateOf = ({ correctedAt, revokedAt }: Pick<CaseReturn, "correctedAt" | "revokedAt">): ReturnState =>
  revokedAt ? "revoked" : correctedAt ? "corrected" : "open";
