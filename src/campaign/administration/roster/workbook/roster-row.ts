import { cleanLine } from "../../../../platform/conversation/plain.ts";
import type { WorkbookContent } from "../../../../platform/documents/read-workbook.ts";
import { COLUMNS, type Column } from "./columns.ts";
import { workbookWords as words } from "./phrases.ts";

type Cell = string | number | null;

/** A row of a dropped roster, as it stands there. */
export interface RosterRow {
  /** Row of the sheet, from 1. */
  line: number;
  name: string;
  /** Digits only; empty where none is given. */
  mobile: string;
  role: string;
  district: string;
  note: string;
}

/** A sheet with the roster's columns, in whatever order. `missing`: columns it must have and has not. */
export type ReadSheet =
  | { kind: "roster"; rows: readonly RosterRow[] }
  | { kind: "incomplete"; missing: readonly Column[] }
  | { kind: "other" };

const REQUIRED: readonly Column[] = ["name", "mobile", "role"];
/** Titles and instructions may stand above the header. */
const HEADER_WITHIN = 15;

const plain = (cell: Cell | undefined): string =>
  String(cell ?? "")
    .normalize("NFKC")
    .replaceAll(/[\s*＊:：]/gu, "");
const columnOf = (cell: Cell | undefined): Column | undefined =>
  COLUMNS.find((column) => words.headers[column].includes(plain(cell)));

/** The first sheet that has a header with 姓名 and two more of the columns. */
export function readRosterSheet({ sheets }: WorkbookContent): ReadSheet {
  for (const { rows } of sheets) {
    const at = rows.slice(0, HEADER_WITHIN).findIndex((cells) => {
      const found = new Set(cells.map(columnOf));
      return found.has("name") && (found.has("mobile") || found.has("role"));
    });
    const header = rows[at];
    if (!header) continue;
    const columns = header.map(columnOf);
    const missing = REQUIRED.filter((column) => !columns.includes(column));
    if (missing.length > 0) return { kind: "incomplete", missing };
    return { kind: "roster", rows: rowsBelow(rows, { at, columns }) };
  }
  return { kind: "other" };
}

function rowsBelow(
  rows: readonly (readonly Cell[])[],
  { at, columns }: { at: number; columns: readonly (Column | undefined)[] },
): RosterRow[] {
  const cellOf = (cells: readonly Cell[], column: Column): string => {
    const index = columns.indexOf(column);
    return index < 0 ? "" : cleanLine(String(cells[index] ?? ""));
  };
  return rows.flatMap((cells, index): RosterRow[] => {
    if (index <= at) return [];
    const row = {
      line: index + 1,
      name: cellOf(cells, "name"),
      mobile: digits(cellOf(cells, "mobile")),
      role: cellOf(cells, "role"),
      district: cellOf(cells, "district"),
      note: cellOf(cells, "note"),
    };
    return row.name === "" && row.mobile === "" && row.role === "" ? [] : [row];
  });
}

/** Blanks, hyphens and +86 are left out; other signs stay, so that they are seen. */
const digits = (typed: string): string =>
  typed
    .normalize("NFKC")
    .replaceAll(/[\s-]/gu, "")
    .replace(/^(?:\+|00)86(?=1\d{10}$)/u, "");
