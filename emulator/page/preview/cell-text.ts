import type { Cell, CellValue } from "exceljs";
import { format } from "numfmt";

const DAY_MS = 24 * 60 * 60 * 1000;
const FIRST_DAY = Date.UTC(1899, 11, 30);

/** What a cell shows: its value in its number format. */
export function cellText({ value, numFmt }: Pick<Cell, "value" | "numFmt">): string {
  return textOf(value, numFmt || "General");
}

function textOf(value: CellValue, pattern: string): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return value;
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "number") return formatted(value, pattern);
  if (value instanceof Date)
    return formatted((value.getTime() - FIRST_DAY) / DAY_MS, pattern === "General" ? "yyyy-mm-dd" : pattern);
  if ("richText" in value) return value.richText.map(({ text }) => text).join("");
  if ("error" in value) return value.error;
  if ("hyperlink" in value) return value.text;
  if ("result" in value) return textOf(value.result, pattern);
  return "";
}

function formatted(value: number, pattern: string): string {
  try {
    return format(pattern, value, { locale: "zh-CN" });
  } catch {
    return String(value);
  }
}
