import type { CivilDate } from "../../shared/civil-date.ts";

/** A workbook as plain data; the look is the house's: A4, named official fonts, numbers as numbers. */
export interface WorkbookSpec {
  /** Goes into the file's properties. */
  author: string;
  /** Stands as created, modified and as the time of every part, so that the same description gives the same bytes. */
  at: Date;
  sheets: readonly SheetSpec[];
}

export interface SheetSpec {
  /** Cut to what Excel takes (31 characters without : \ / ? * [ ]) and made unique. */
  name: string;
  /** Lines over the table, each merged over all columns; the first is the title, the others stand smaller below it. */
  titles: readonly string[];
  columns: readonly SheetColumn[];
  /** One cell a column; what is missing at the end stays empty. */
  rows: readonly (readonly CellValue[])[];
  /** Lines under the table, merged over all columns. */
  notes?: readonly string[];
  paper: "portrait" | "landscape";
}

export interface SheetColumn {
  header: string;
  /** In characters of half width. */
  width: number;
  kind: "text" | "integer" | "decimal2" | "date";
}

/** A date is given as a civil date and stands in its cell as a date. */
export type CellValue = string | number | CivilDate | null;
