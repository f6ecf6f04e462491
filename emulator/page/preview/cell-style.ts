import type { Border, Cell, Color, Font } from "exceljs";
import { withFallback } from "./fonts.ts";

/** Colors of the default theme, by number; a workbook's own theme is not read. */
const THEME = ["FFFFFF", "000000", "E7E6E6", "44546A", "4472C4", "ED7D31", "A5A5A5", "FFC000", "5B9BD5", "70AD47"];
const WIDTHS: Record<string, string> = { medium: "2px", thick: "3px", double: "3px", mediumDashed: "2px" };
const LINES: Record<string, string> = { dashed: "dashed", mediumDashed: "dashed", dotted: "dotted", double: "double" };

/** The style of a cell as CSS, without its borders. */
export function cellStyle({ font, fill, alignment, value }: Cell): Record<string, string> {
  const background = fill?.type === "pattern" && fill.pattern === "solid" ? colorOf(fill.fgColor) : undefined;
  const horizontal = alignment?.horizontal ?? (typeof value === "number" || value instanceof Date ? "right" : "left");
  return {
    ...fontStyle(font),
    ...(background === undefined ? {} : { background }),
    "text-align": horizontal === "centerContinuous" ? "center" : horizontal,
    "vertical-align": alignment?.vertical === "top" ? "top" : alignment?.vertical === "middle" ? "middle" : "bottom",
    ...(alignment?.wrapText === true ? { "white-space": "pre-wrap" } : {}),
    ...(alignment?.indent === undefined ? {} : { "padding-left": `${alignment.indent * 9 + 3}px` }),
  };
}

function fontStyle(font: Partial<Font> | undefined): Record<string, string> {
  const color = colorOf(font?.color);
  return {
    ...(font?.name === undefined ? {} : { "font-family": withFallback(`"${font.name.replace(/["\\]/g, "")}"`) }),
    ...(font?.size === undefined ? {} : { "font-size": `${font.size}pt` }),
    ...(font?.bold === true ? { "font-weight": "bold" } : {}),
    ...(font?.italic === true ? { "font-style": "italic" } : {}),
    ...(font?.underline ? { "text-decoration": "underline" } : {}),
    ...(color === undefined ? {} : { color }),
  };
}

export interface Edges {
  cell: Cell;
  /** The neighbours; undefined at the sheet's edge. */
  right: Cell | undefined;
  below: Cell | undefined;
  isFirstRow: boolean;
  isFirstColumn: boolean;
}

/** Adjacent cells share a border: the first of them draws it, so that it is not doubled. */
export function edgeStyle({ cell, right, below, isFirstRow, isFirstColumn }: Edges): Record<string, string> {
  const lines: [string, string | undefined][] = [
    ["border-right", lineOf(cell.border?.right) ?? lineOf(right?.border?.left)],
    ["border-bottom", lineOf(cell.border?.bottom) ?? lineOf(below?.border?.top)],
    ["border-top", isFirstRow ? lineOf(cell.border?.top) : undefined],
    ["border-left", isFirstColumn ? lineOf(cell.border?.left) : undefined],
  ];
  return Object.fromEntries(lines.filter((entry): entry is [string, string] => entry[1] !== undefined));
}

function lineOf(border: Partial<Border> | undefined): string | undefined {
  if (border?.style === undefined) return undefined;
  return `${WIDTHS[border.style] ?? "1px"} ${LINES[border.style] ?? "solid"} ${colorOf(border.color) ?? "#000"}`;
}

/** Only valid colors are used: the workbook is untrusted. */
function colorOf(color: Partial<Color> | undefined): string | undefined {
  if (color?.argb !== undefined && /^[0-9a-f]{8}$/i.test(color.argb)) return `#${color.argb.slice(2)}`;
  const theme = color?.theme === undefined ? undefined : THEME[color.theme];
  return theme === undefined ? undefined : `#${theme}`;
}
