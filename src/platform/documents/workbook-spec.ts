import type { CivilDate } from "../../shared/civil-date.ts";

/** A workbook as plain data. Fonts and layout follow the conventions of official documents on A4. */
export interface WorkbookSpec {
  /** Document property. */
  author: string;
  /** Time of creation and modification, so that equal specs give equal bytes. */
  at: Date;
  sheets: readonly SheetSpec[];
}

export interface SheetSpec {
  /** Shortened to 31 characters, without : \ / ? * [ ], and made unique. */
  name: string;
  /** Above the title, at the left: 附件4. */
  mark?: string;
  /** Lines above the table, each merged over all columns: the title, and smaller lines below it. */
  titles: readonly string[];
  columns: readonly SheetColumn[];
  /** One cell per column; missing cells at the end stay empty. */
  rows: readonly (readonly CellValue[])[];
  /** Lines below the table, merged over all columns. */
  notes?: readonly (string | SheetSeal)[];
  paper: "portrait" | "landscape";
  /** So many rows a page, each page with what stands above the table; left out: as many as fit, with the header only. */
  rowsPerPage?: number;
  /** Printed smaller, so that all of it stands on one page. */
  isOnePage?: true;
  /** Cells that people fill in. Where it is given, all others are locked, without a password. */
  inputs?: readonly InputCell[];
}

/** A cell below the header; row and column count from 0. */
export interface InputCell {
  row: number;
  column: number;
  /** Offered in a list; anything else is refused by the program that edits the sheet. */
  options?: readonly (string | number)[];
  /** Why what stands in it was not taken: coloured, and written in a note to the cell. */
  problem?: string;
}

/** A line at the right, with room above it for a seal. */
export interface SheetSeal {
  seal: string;
}

export interface SheetColumn {
  header: string;
  /** In half-width characters. */
  width: number;
  kind: "text" | "integer" | "number" | "date" | "moment";
  /** Offered in a list in every cell below the header; other texts are refused by the program that edits the sheet. */
  options?: readonly string[];
}

/** A civil date becomes a date cell; a moment one with date and time of Shanghai, to the minute. */
export type CellValue = string | number | CivilDate | Date | null;
