import type { PersonalRef } from "../../../platform/journal/personal-value.ts";

/** Points of a row, after a change. */
export interface PointsChange {
  ledger: string;
  scorer: string;
  criterion: string;
  /** Null: taken away. */
  hundredths: number | null;
  state: string | undefined;
  /** Of 不符合 in the city's ledger: the clause of 附件1 that is not met. */
  clause?: string | undefined;
  /** What the scorer wrote. */
  reason?: PersonalRef | undefined;
}
