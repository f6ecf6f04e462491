import { MAX_ROWS, MAX_SHEET_COLUMNS, type Sheet } from "./sheet.ts";

const MAX_COLUMN_LETTERS = 40;
const LETTER_PX = 14;

/** Comma-separated values as one sheet with a header that stays in view. */
export function readTable(text: string, name: string): Sheet {
  const all = fieldsOf(text);
  const rows = all.slice(0, MAX_ROWS).map((fields) => fields.slice(0, MAX_SHEET_COLUMNS));
  const width = Math.max(0, ...rows.map(({ length }) => length));
  const columns = Array.from({ length: width }, (_, column) =>
    Math.max(
      64,
      LETTER_PX * Math.min(MAX_COLUMN_LETTERS, Math.max(...rows.map((fields) => fields[column]?.length ?? 0))),
    ),
  );
  return {
    name,
    columns,
    rows: rows.map((fields, place) => ({
      cells: columns.map((_, column) => ({
        text: fields[column] ?? "",
        colSpan: 1,
        rowSpan: 1,
        style: place === 0 ? { "font-weight": "bold", "text-align": "left" } : { "text-align": "left" },
      })),
    })),
    frozen: { rows: Math.min(1, rows.length), columns: 0 },
    cut: all.length > rows.length || all.some(({ length }) => length > MAX_SHEET_COLUMNS),
  };
}

/**
 * A field that starts with a quote may contain commas, line breaks and doubled quotes; elsewhere a quote is literal.
 */
function fieldsOf(text: string): string[][] {
  const rows: string[][] = [[]];
  const field = /(?:"((?:[^"]|"")*)"(?=,|\r?\n|$)|([^,\r\n]*))(,|\r?\n|\r|$)/y;
  while (field.lastIndex < text.length) {
    const [, quoted, plain = "", end = ""] = field.exec(text) ?? [];
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === "") break;
    if (end !== "," && field.lastIndex < text.length) rows.push([]);
  }
  return rows.filter((fields) => fields.length > 0);
}
