import type { PersonalRef } from "../../platform/journal/personal-value.ts";
import type { StaffId } from "../../shared/brand.ts";
import type { Authority } from "../authority/authority.ts";
import type { RulingValue } from "../definition/schema/rulings.ts";

/** A recorded answer to a 口径. The newest confirmed and effective version is in force. */
export interface RecordedAnswer {
  campaignId: string;
  /** R14 */
  ruling: string;
  /** From 1, per ruling. */
  version: number;
  text: string;
  /** Machine-readable part; undefined if only people follow the answer. */
  value?: RulingValue;
  reason?: string;
  approver: StaffId;
  approverName: string;
  /** While pending: the requested moment, or the time of recording. */
  effectiveAt: Date;
  state: AnswerState;
  recordedBy: StaffId;
  recorderName: string;
  recordedAt: Date;
  decidedAt?: Date;
  /** What the decision rests on. */
  authority?: Authority;
  /** Words beside the decision. */
  opinion?: PersonalRef;
}

/** 待确认, 已确认, 不同意; `superseded`: replaced by another answer while pending. */
export type AnswerState = "pending" | "confirmed" | "declined" | "superseded";

/** `R14@2`: name in the journal and on cards. */
export const answerName = ({ ruling, version }: Pick<RecordedAnswer, "ruling" | "version">): string =>
  `${ruling}@${version}`;
