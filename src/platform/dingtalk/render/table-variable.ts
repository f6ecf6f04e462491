import { bytesOf, CARD_VALUE_BYTES } from "./limits.ts";

export interface TableContent {
  columns: readonly string[];
  rows: readonly (readonly string[])[];
}

export const NO_TABLE = JSON.stringify({ data: [], meta: [] });

const alias = (column: number): string => `c${column + 1}`;

/** The platform's table variable, as JSON; columns are weighted by their longest cell. */
export function tableVariable({ columns, rows }: TableContent): string {
  const widest = columns.map((label, at) =>
    Math.max(...[label, ...rows.map((row) => row[at] ?? "")].map((c) => c.length)),
  );
  const total = widest.reduce((sum, width) => sum + width, 0) || 1;
  const meta = columns.map((aliasName, at) => ({
    aliasName,
    alias: alias(at),
    dataType: "STRING",
    weight: Math.max(10, Math.round(((widest[at] ?? 1) / total) * 100)),
  }));
  const data = rows.map((row) => Object.fromEntries(columns.map((_, at) => [alias(at), row[at] ?? ""])));
  return JSON.stringify({ data, meta });
}

const fits = (table: TableContent): boolean => bytesOf(tableVariable(table)) <= CARD_VALUE_BYTES;

/** Splits the rows into tables that each fit into a card value; undefined if that takes too many tables. */
export function packTable({ columns, rows }: TableContent, tables: number): string[] | undefined {
  const parts: (readonly string[])[][] = [];
  let part: (readonly string[])[] = [];
  for (const row of rows) {
    if (!fits({ columns, rows: [row] })) return undefined;
    if (part.length === 0 || !fits({ columns, rows: [...part, row] })) {
      part = [];
      parts.push(part);
    }
    part.push(row);
  }
  return parts.length > tables ? undefined : parts.map((rowsOfPart) => tableVariable({ columns, rows: rowsOfPart }));
}
