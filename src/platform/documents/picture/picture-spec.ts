/** A picture of one long page as plain data, e.g. to be read on a phone and forwarded. */
export interface PictureSpec {
  /** In pixels; the height follows from the blocks. */
  width: number;
  blocks: readonly PictureBlock[];
  /** `jpeg` where it shows photos. Left out: PNG. */
  format?: "jpeg";
}

/** `title` large and centered, `heading` bold, `body`, `small` in grey. */
export type PictureLook = "title" | "heading" | "body" | "small";

export type PictureBlock =
  /** Paragraphs, one a line. */
  | { kind: "text"; text: string; look: PictureLook }
  | PictureTable
  /** A line across the page. */
  | { kind: "rule" }
  /** A PNG or JPEG in the middle, e.g. a QR code, with words below. */
  | { kind: "image"; image: Uint8Array; width: number; height: number; caption?: string }
  | PictureGrid;

export interface PictureTable {
  kind: "table";
  /** Shares of the page's width. */
  columns: readonly number[];
  /** Its labels; none: a table without a head. */
  head?: readonly string[];
  /** A row of one text goes across all columns, as a heading. */
  rows: readonly (readonly string[])[];
}

/** Pictures side by side, each with its mark in the corner and words below. */
export interface PictureGrid {
  kind: "grid";
  columns: number;
  cells: readonly GridCell[];
}

export interface GridCell {
  /** Its number. */
  mark: string;
  /** PNG or JPEG, shown whole. */
  image?: Uint8Array;
  /** In place of a picture: 视频 */
  instead?: string;
  lines: readonly string[];
}
