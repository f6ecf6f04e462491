import type { WorkbookContent } from "../../../../platform/documents/read-workbook.ts";
import { sheetHeaders as headers, clauseSheetPhrases as phrases } from "./phrases.ts";

type Cell = string | number | null | undefined;

/** What a dropped 要求表 says: the case's name, and its rows as they could be typed. */
export interface ReadClauseSheet {
  /** Empty where the title has none. */
  name: string;
  lines: readonly string[];
}

/** Titles and instructions stand above the header. */
const HEADER_WITHIN = 15;

const plain = (cell: Cell): string =>
  String(cell ?? "")
    .normalize("NFKC")
    .replaceAll(/\s+/gu, " ")
    .trim();

/** The first sheet with the headers of 要求表, in whatever order; undefined for other workbooks. */
export function readClauseSheet({ sheets }: WorkbookContent): ReadClauseSheet | undefined {
  for (const { rows } of sheets) {
    const at = rows.slice(0, HEADER_WITHIN).findIndex((cells) => {
      const found = cells.map(plain);
      return found.includes(headers.clause) && found.includes(headers.standing);
    });
    const header = rows[at]?.map(plain);
    if (!header) continue;
    const cell = (cells: readonly Cell[], name: string) => plain(cells[header.indexOf(name)]);
    const lines = rows.slice(at + 1).flatMap((cells) => {
      const [clause, standing] = [cell(cells, headers.clause), cell(cells, headers.standing)];
      const note = header.includes(headers.note) ? cell(cells, headers.note) : "";
      return clause === "" || standing === "" ? [] : [lineOf({ clause, standing, note })];
    });
    return { name: nameIn(rows.slice(0, at)), lines };
  }
  return undefined;
}

/** A clause is read as a row of a table, a figure as it is said. What the sheet says of itself is no note. */
function lineOf({ clause, standing, note }: { clause: string; standing: string; note: string }): string {
  if (!/^\d/u.test(clause)) return `${clause} ${standing}`;
  return [clause, standing, ...(note === "" || note === phrases.byList() ? [] : [note])].join("\t");
}

function nameIn(above: readonly (readonly Cell[])[]): string {
  for (const cells of above) {
    const name = /要求表\s*:\s*(.*)$/u.exec(plain(cells.find((cell) => plain(cell) !== "")))?.[1];
    if (name !== undefined) return name.trim();
  }
  return "";
}
