import type { TableContent } from "./table-variable.ts";

/**
 * A table as a numbered list, for formats without tables: `1. 名称 96.5`. A first column that only numbers the rows is
 * dropped.
 * @param escapeText for the target format
 */
export function tableAsList({ columns, rows }: TableContent, escapeText: (cell: string) => string): string {
  const counted = rows.length > 0 && rows.every((row, index) => row[0] === String(index + 1));
  const from = counted ? 1 : 0;
  const heading = columns.slice(from).map(escapeText).join("、");
  const items = rows.map((row, index) => `${index + 1}. ${row.slice(from).map(escapeText).join(" ")}`);
  return [...(heading === "" ? [] : [`（${heading}）`]), ...items].join("\n");
}
