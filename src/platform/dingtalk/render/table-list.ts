import type { TableContent } from "./table-variable.ts";

/**
 * A table as a numbered list, for formats without tables: `1. 名称 96.5`. A first column that only numbers the rows is
 * dropped, and so are the labels of the columns: what is above the list says what it is.
 * @param escapeText for the target format
 */
export function tableAsList({ rows }: TableContent, escapeText: (cell: string) => string): string {
  const counted = rows.length > 0 && rows.every((row, index) => row[0] === String(index + 1));
  const from = counted ? 1 : 0;
  return rows.map((row, index) => `${index + 1}. ${row.slice(from).map(escapeText).join(" ")}`).join("\n");
}
