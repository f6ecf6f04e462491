/** A picture of one long page as plain data, e.g. to be read on a phone and forwarded. */
export interface PictureSpec {
  /** In pixels; the height follows from the blocks. */
  width: number;
  blocks: readonly PictureBlock[];
  /** `jpeg` where it shows photos. Left out: PNG. */
  format?: "jpeg";
  /** A soft page whose words and lines are read on a light chat and on a dark one; left out: white, for printing. */
  isSoft?: true;
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
  | PictureGrid
  | PictureBars
  | PictureDots
  | PictureCalendar;

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

export interface PictureBars {
  kind: "bars";
  /** What a whole bar stands for. */
  most: number;
  /** `done`: the part of the value that is drawn darker. */
  rows: readonly { label: string; value: number; done?: number; words: string }[];
}

/** Two values a row on one axis, e.g. before and after. */
export interface PictureDots {
  kind: "dots";
  /** Ends of the axis. */
  from: number;
  to: number;
  /** What the hollow and the filled point are. */
  legend: readonly [string, string];
  rows: readonly { label: string; values: readonly [number, number | undefined]; words: string }[];
}

/** A span of days; all days count from 0, the first. */
export interface PictureCalendar {
  kind: "calendar";
  days: number;
  today?: { day: number; label: string };
  ticks: readonly { day: number; label: string }[];
  /** Days off, the last included. */
  rests: readonly { from: number; to: number }[];
  bars: readonly { label: string; from: number; to: number; isOver: boolean }[];
}
