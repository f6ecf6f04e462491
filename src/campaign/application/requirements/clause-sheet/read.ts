import type { OpenedFile } from "../../../../platform/documents/open/opened-file.ts";
import { cellTexts, type WordDocument } from "../../../../platform/documents/word/word-document.ts";
import { readCheckNumber } from "../../check-number.ts";
import { sheetHeaders as headers, clauseSheetPhrases as phrases } from "./phrases.ts";

type Cell = string | number | null | undefined;

/** What a dropped 要求表 says: the case's name, and its rows as they could be typed. */
export interface ReadClauseSheet {
  /** Empty where the title has none. */
  name: string;
  /** 校验号; left out where there is none: a blank sheet has none. */
  number?: string;
  /** Something stands where the number stands, and it is none. */
  isMistyped?: true;
  lines: readonly string[];
  /** What was written, by what stands in the first column. */
  written: ReadonlyMap<string, { standing: string; note: string }>;
  /** Why a row cannot be taken, by what stands in its first column: it is hidden, or stands twice. */
  unfit: ReadonlyMap<string, string>;
}

/** Titles and instructions stand above the header. */
const HEADER_WITHIN = 15;

const plain = (cell: Cell): string =>
  String(cell ?? "")
    .normalize("NFKC")
    .replaceAll(/\s+/gu, " ")
    .trim();

/** The first sheet, or the tables of a document, with the headers of 要求表, in whatever order; undefined for other files. */
export function readClauseSheet(opened: OpenedFile): ReadClauseSheet | undefined {
  if (opened.kind === "word") return inRows(rowsOf(opened.document));
  if (opened.kind !== "workbook") return undefined;
  for (const { rows, hiddenRows } of opened.workbook.sheets) {
    const read = inRows(rows, hiddenRows);
    if (read) return read;
  }
  return undefined;
}

/** A paragraph is a row of one cell; a table that was divided is one again. */
const rowsOf = ({ blocks }: WordDocument): string[][] =>
  blocks.flatMap((block) =>
    block.kind === "table" ? cellTexts(block) : block.text.trim() === "" ? [] : [[block.text]],
  );

function inRows(rows: readonly (readonly Cell[])[], hidden: readonly number[] = []): ReadClauseSheet | undefined {
  const at = rows.slice(0, HEADER_WITHIN).findIndex((cells) => {
    const found = cells.map(plain);
    return found.includes(headers.clause) && found.includes(headers.standing);
  });
  const header = rows[at]?.map(plain);
  if (!header) return undefined;
  const cell = (cells: readonly Cell[], name: string) => plain(cells[header.indexOf(name)]);
  const filled = rows.slice(at + 1).flatMap((cells, below) => {
    const [clause, standing] = [cell(cells, headers.clause), cell(cells, headers.standing)];
    const note = header.includes(headers.note) ? cell(cells, headers.note) : "";
    const isHeader = clause === headers.clause;
    return clause === "" || standing === "" || isHeader
      ? []
      : [{ clause, standing, note, isHidden: hidden.includes(at + 1 + below) }];
  });
  const written = new Map(filled.map(({ clause, standing, note }) => [clause, { standing, note }]));
  const isTwice = (clause: string) => filled.filter((one) => one.clause === clause).length > 1;
  const unfit = new Map([
    ...filled.filter(({ isHidden }) => isHidden).map(({ clause }) => [clause, phrases.hidden(clause)] as const),
    ...filled.filter(({ clause }) => isTwice(clause)).map(({ clause }) => [clause, phrases.twiceRow(clause)] as const),
  ]);
  const above = rows.slice(0, at);
  return { name: nameIn(above), ...numberIn(above), lines: filled.map(lineOf), written, unfit };
}

/** A clause is read as a row of a table, a figure as it is said. What the sheet says of itself is no note. */
export function lineOf({ clause, standing, note }: { clause: string; standing: string; note: string }): string {
  if (!/^\d/u.test(clause)) return `${clause} ${standing}`;
  return [clause, standing, ...(note === "" || phrases.isByList(note) ? [] : [note])].join("\t");
}

const NUMBER = /校验号\s*:?\s*([\d\s\-–—]*)/u;

function numberIn(above: readonly (readonly Cell[])[]): Pick<ReadClauseSheet, "number" | "isMistyped"> {
  const typed = above.flat().flatMap((cell) => NUMBER.exec(plain(cell))?.[1] ?? [])[0];
  if (typed === undefined) return {};
  const number = readCheckNumber(typed.trim());
  return number === undefined ? { isMistyped: true } : { number };
}

function nameIn(above: readonly (readonly Cell[])[]): string {
  for (const cells of above) {
    const name = /要求表\s*:\s*(.*)$/u.exec(plain(cells.find((cell) => plain(cell) !== "")))?.[1];
    if (name !== undefined) return name.trim();
  }
  return "";
}
