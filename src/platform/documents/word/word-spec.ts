/** A Word document as plain data. Fonts and margins follow the conventions of official documents on A4. */
export interface WordSpec {
  /** Document property. */
  author: string;
  /** Time of creation, so that equal specs give equal bytes. */
  at: Date;
  /** An official document (GB/T 9704-2012), with its margins, grid, sizes and page numbers. */
  isOfficial?: true;
  sections: readonly WordSectionSpec[];
}

export interface WordSectionSpec {
  /** `oddPage`: on the front of a sheet, so that a section printed on both sides ends with its sheet. */
  start: "nextPage" | "oddPage";
  paper: "portrait" | "landscape";
  blocks: readonly WordBlockSpec[];
  /** Lines of the footer, with the number of the page behind the first if `numbered`. */
  footer?: { lines: readonly string[]; picture?: string; numbered: boolean };
  /** The pages are counted from 1 again. */
  countsFrom1?: true;
}

/**
 * `mark` 附件3, `title` large and centered, `subtitle`, `heading` 一、, `subheading` （一）, `body` with an indented first
 * line, `small`.
 */
export type WordLook = "mark" | "title" | "subtitle" | "heading" | "subheading" | "body" | "plain" | "small";

/** A line break in the text of a paragraph is one on paper. */
export type WordBlockSpec = WordParagraphSpec | WordTableSpec;

export interface WordParagraphSpec {
  kind: "paragraph";
  text: string;
  look: WordLook;
  align?: "left" | "center" | "right";
  /** In millimetres. */
  before?: number;
  /** In characters: from the left for the first line and for those below it; from the right. */
  indent?: { first?: number; rest?: number; right?: number };
  /** On the page of what follows it. */
  keepsWithNext?: true;
}

export interface WordTableSpec {
  kind: "table";
  /** Widths in millimetres. */
  columns: readonly number[];
  /** `form`: all lines; `cover`: a line to write on under the second column. */
  lines: "form" | "cover";
  rows: readonly WordRowSpec[];
}

export interface WordRowSpec {
  cells: readonly WordCellSpec[];
  /** At least so high, in millimetres. */
  height?: number;
  /** Repeated at the top of every page. */
  repeats?: true;
  /** Not divided between two pages. */
  whole?: true;
}

export interface WordCellSpec {
  /** One paragraph each. */
  texts: readonly string[];
  look: "label" | "value" | "text" | "hint" | "small";
  span?: number;
  /** Over so many rows; the rows below have no cell in its place. */
  rows?: number;
  align?: "left" | "center";
  vertical?: "top" | "center";
}
