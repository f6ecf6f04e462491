import type { StaffId } from "../../shared/brand.ts";
import type { RulingValue } from "../definition/schema/rulings.ts";

/** An answer to a 口径, as it was recorded; the newest confirmed one that has taken effect is in force. */
export interface RecordedAnswer {
  campaignId: string;
  /** R14 */
  ruling: string;
  /** From 1, over all answers to this ruling. */
  version: number;
  text: string;
  /** What the engine reads; missing where the answer is followed by people only. */
  value?: RulingValue;
  reason?: string;
  /** Who is to confirm it. */
  approver: StaffId;
  approverName: string;
  /** Until it is decided: the moment asked for, or that of recording. */
  effectiveAt: Date;
  state: AnswerState;
  recordedBy: StaffId;
  recorderName: string;
  recordedAt: Date;
  decidedAt?: Date;
}

/** 待确认, 已确认, 不同意; `superseded`: another answer was recorded before this one was decided. */
export type AnswerState = "pending" | "confirmed" | "declined" | "superseded";

/** `R14@2`, as the journal and cards name an answer. */
export const answerName = ({ ruling, version }: Pick<RecordedAnswer, "ruling" | "version">): string =>
  `${ruling}@${version}`;
