import type { WordCellSpec, WordLook } from "./word-spec.ts";

/** Fonts, sizes and distances of a kind of document. */
export interface WordStyle {
  /** Sizes in points. Fonts are named, never embedded. */
  looks: Record<WordLook | WordCellSpec["look"], { font: string; size: number }>;
  /** In millimetres. */
  margins: { left: number; right: number; top: number; bottom: number; footer: number };
  /** Lines and characters of a page, in points from one to the next. */
  grid?: { line: number; character: number };
  /** Paragraphs at an exact distance from line to line, in points; those whose first line begins two characters in. */
  line: number;
  exact: ReadonlySet<string>;
  indented: ReadonlySet<string>;
}

export const A4 = { short: 210, long: 297 };
export const TWIPS_PER_POINT = 20;
const TWIPS_PER_MM = 1440 / 25.4;

export const mm = (length: number): number => Math.round(length * TWIPS_PER_MM);

/** Forms, sheets and statements. */
export const ORDINARY: WordStyle = {
  looks: {
    mark: { font: "黑体", size: 16 },
    title: { font: "方正小标宋简体", size: 22 },
    subtitle: { font: "楷体_GB2312", size: 16 },
    heading: { font: "黑体", size: 14 },
    subheading: { font: "楷体_GB2312", size: 14 },
    body: { font: "仿宋_GB2312", size: 14 },
    plain: { font: "仿宋_GB2312", size: 14 },
    label: { font: "黑体", size: 12 },
    value: { font: "仿宋_GB2312", size: 12 },
    text: { font: "仿宋_GB2312", size: 12 },
    hint: { font: "仿宋_GB2312", size: 10.5 },
    small: { font: "仿宋_GB2312", size: 10.5 },
  },
  margins: { left: 25, right: 25, top: 22, bottom: 22, footer: 8 },
  line: 28,
  exact: new Set(["body"]),
  indented: new Set(["body"]),
};

const TYPE_AREA = { width: 156, height: 225 };
const LINES = 22;
const CHARACTERS = 28;
const POINTS_PER_MM = 72 / 25.4;

/**
 * GB/T 9704-2012: 天头 37 mm, 订口 28 mm, 版心 156 × 225 mm with 22 lines of 28 characters; title 二号 小标宋, text 三号 仿宋,
 * headings 三号 黑体 and 楷体; the page number's line 7 mm below the text.
 */
export const OFFICIAL: WordStyle = {
  looks: {
    ...ORDINARY.looks,
    heading: { font: "黑体", size: 16 },
    subheading: { font: "楷体_GB2312", size: 16 },
    body: { font: "仿宋_GB2312", size: 16 },
    plain: { font: "仿宋_GB2312", size: 16 },
  },
  margins: {
    ...{ left: 28, top: 37, right: A4.short - 28 - TYPE_AREA.width, bottom: A4.long - 37 - TYPE_AREA.height },
    footer: 23,
  },
  grid: {
    line: (TYPE_AREA.height / LINES) * POINTS_PER_MM,
    character: (TYPE_AREA.width / CHARACTERS) * POINTS_PER_MM,
  },
  line: (TYPE_AREA.height / LINES) * POINTS_PER_MM,
  // Whatever stands on a page, it holds 22 lines.
  exact: new Set(["mark", "title", "subtitle", "heading", "subheading", "body", "plain"]),
  indented: new Set(["heading", "subheading", "body"]),
};
