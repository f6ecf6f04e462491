import { z } from "zod";
import { type Cell, cellText } from "../../../platform/conversation/answers/read-cells.ts";
import { cleanLine } from "../../../platform/conversation/plain.ts";
import type { SheetContent, WorkbookContent } from "../../../platform/documents/read-workbook.ts";
import { readCheckNumber } from "../../application/check-number.ts";
import { workbookHeaders as headers } from "./phrases.ts";

/** What stands in the cells of one row, as it could be typed; undefined where the sheet has no such column. */
const writtenRow = z.object({
  points: z.string(),
  reason: z.string().optional(),
  remark: z.string().optional(),
  /** Not shown to who filled in the sheet. */
  isHidden: z.boolean().optional(),
});
export type WrittenRow = z.infer<typeof writtenRow>;

/** One sheet of a 初评表 that came back. */
export const readSheet = z.object({
  /** Of the tab. */
  sheet: z.string(),
  /** After the colon of the title; empty without one. */
  name: z.string(),
  /** 校验号; left out where there is none, or a mistyped one. */
  number: z.string().optional(),
  /** By what stands in the first column: ids of rows, and whatever else stands there. */
  rows: z.record(z.string(), writtenRow),
  /** Ids that stand in several rows. */
  twice: z.array(z.string()),
  lacking: z.array(z.string()),
  doubled: z.array(z.string()),
  formulas: z.object({ all: z.int(), empty: z.int() }),
});
export type ReadSheet = z.infer<typeof readSheet>;

/** Titles and instructions stand above the header. */
const HEADER_WITHIN = 15;
const FILLED: readonly string[] = [headers.row, headers.points];
const TITLE = /^初评表\s*:\s*(.*)$/u;
const NUMBER = /校验号\s*:?\s*([\d\s\-–—]+)/u;

const plain = (cell: Cell): string => cellText(cell).normalize("NFKC").replaceAll(/\s+/gu, " ").trim();

/** The sheets of a workbook that are 初评表, by title or headers, in whatever order of columns; none in other workbooks. */
export const readReviewWorkbook = ({ sheets }: WorkbookContent): ReadSheet[] =>
  sheets.flatMap((sheet) => readOne(sheet) ?? []);

function readOne(content: SheetContent): ReadSheet | undefined {
  const { rows, name: sheet, formulas = 0, emptyFormulas = 0 } = content;
  const found = rows.slice(0, HEADER_WITHIN).findIndex((cells) => {
    const words = cells.map(plain);
    return (
      words.includes(headers.row) && words.filter((word) => Object.values<string>(headers).includes(word)).length > 2
    );
  });
  const above = rows.slice(0, found < 0 ? HEADER_WITHIN : found).flatMap((cells) => cells.map(plain));
  const title = above.find((text) => TITLE.test(text));
  const header = (rows[found] ?? []).map(plain);
  if (title === undefined && !FILLED.every((word) => header.includes(word))) return undefined;
  const typed = above.flatMap((text) => NUMBER.exec(text)?.[1] ?? [])[0];
  const number = typed === undefined ? undefined : readCheckNumber(typed.trim());
  return {
    ...{ sheet, name: TITLE.exec(title ?? "")?.[1]?.trim() ?? "" },
    ...(number === undefined ? {} : { number }),
    ...{ lacking: FILLED.filter((word) => !header.includes(word)), doubled: doubledIn(header) },
    ...rowsBelow(content, found, header),
    formulas: { all: formulas, empty: emptyFormulas },
  };
}

const doubledIn = (header: readonly string[]): string[] =>
  [headers.row, headers.points, headers.reason, headers.remark].filter(
    (word) => header.filter((one) => one === word).length > 1,
  );

function rowsBelow(
  { rows, hiddenRows = [] }: SheetContent,
  at: number,
  header: readonly string[],
): Pick<ReadSheet, "rows" | "twice"> {
  const read: Record<string, WrittenRow> = {};
  const twice = new Set<string>();
  for (const [place, cells] of at < 0 ? [] : rows.entries()) {
    const cell = (word: string): string | undefined =>
      header.includes(word) ? cleanLine(cellText(cells[header.indexOf(word)])) : undefined;
    const id = plain(cells[header.indexOf(headers.row)]).replaceAll(/[－‐‑‒–—―−]/gu, "-");
    if (place <= at || id === "") continue;
    const [points = "", reason, remark] = [cell(headers.points), cell(headers.reason), cell(headers.remark)];
    const isHidden = hiddenRows.includes(place);
    const isEmpty = [points, reason, remark].every((text) => (text ?? "") === "");
    // What is no number of a row, with nothing beside it, is a note.
    if (isEmpty && !/^\d+-\d+$/u.test(id)) continue;
    if (read[id]) twice.add(id);
    read[id] ??= {
      points,
      ...(reason === undefined ? {} : { reason }),
      ...(remark === undefined ? {} : { remark }),
      ...(isHidden ? { isHidden } : {}),
    };
  }
  return { rows: read, twice: [...twice] };
}
