/** Something of a case's evidence that somebody asked for: made by a job, sent to who asked. */
export interface Order {
  id: string;
  campaignId: string;
  person: string;
  caseId: string;
  /** `sheet`: the files of a row, numbered, on one picture. `pack`: files in a zip. */
  kind: "sheet" | "pack";
  /** 3-5; null: every row. */
  row: string | null;
  /** Ids of the files that are meant, in the order of their numbers; null: those in force when it is made. */
  shows: readonly string[] | null;
  /** Campaign time. */
  orderedAt: Date;
}

/** A file that was made for an order. */
export interface MadeFile {
  name: string;
  /** In the file store. */
  hash: string;
  /** In bytes. */
  size: number;
}
