import type { TableContent } from "./table-variable.ts";

const FIGURE = /^-?\d+(?:\.\d+)?$/;

/**
 * A table as a numbered list, for formats without tables: `1. 名称 96.5`. A first column that only numbers the rows is
 * dropped, and so are the labels of the columns: what is above the list says what it is. Only where figures stand side by
 * side each has its column's label: `1. 名称 总分96.5 初评分98`.
 * @param escapeText for the target format
 */
export function tableAsList({ columns, rows }: TableContent, escapeText: (cell: string) => string): string {
  const counted = rows.length > 0 && rows.every((row, index) => row[0] === String(index + 1));
  const from = counted ? 1 : 0;
  const labels = columns.slice(from);
  return rows
    .map((row, index) => {
      const cells = row.slice(from);
      const labelled = cells.filter((cell) => FIGURE.test(cell)).length > 1;
      const words = cells.map((cell, at) => (labelled && FIGURE.test(cell) ? `${labels[at] ?? ""}${cell}` : cell));
      return `${index + 1}. ${words.map(escapeText).join(" ")}`;
    })
    .join("\n");
}
