/** Points of a row, after a change. */
export interface PointsChange {
  ledger: string;
  scorer: string;
  criterion: string;
  /** Null: taken away. */
  hundredths: number | null;
  state: string | undefined;
}
