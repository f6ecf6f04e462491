import type { TableContent } from "./table-variable.ts";

/**
 * A table's rows as a numbered list, for where there are no tables: `1. 名称 96.5`. A first column that only counts the
 * rows gives way to the numbers.
 * @param say makes a cell safe for the place it goes to
 */
export function tableAsList({ columns, rows }: TableContent, say: (cell: string) => string): string {
  const counted = rows.length > 0 && rows.every((row, index) => row[0] === String(index + 1));
  const from = counted ? 1 : 0;
  const heading = columns.slice(from).map(say).join("、");
  const items = rows.map((row, index) => `${index + 1}. ${row.slice(from).map(say).join(" ")}`);
  return [...(heading === "" ? [] : [`（${heading}）`]), ...items].join("\n");
}
