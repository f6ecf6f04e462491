import { z } from "zod";
import { type Cell, cellText } from "../../../platform/conversation/answers/read-cells.ts";
import { cleanLine } from "../../../platform/conversation/plain.ts";
import type { SheetContent, WorkbookContent } from "../../../platform/documents/read-workbook.ts";
import { readCheckNumber } from "../../application/check-number.ts";
import { replyHeaders as headers, replySheetPhrases } from "./phrases.ts";

const writtenRow = z.object({
  name: z.string(),
  district: z.string(),
  finding: z.string(),
  concerns: z.string(),
  words: z.string(),
  on: z.string(),
  by: z.string(),
  isHidden: z.boolean().optional(),
});
export type WrittenRow = z.infer<typeof writtenRow>;

/** A 回复表 that came back, with the cells as they could be typed. */
export const readReplySheet = z.object({
  /** Whose it says it is; empty where the title is gone. */
  title: z.string(),
  /** 校验号; left out where there is none, or a mistyped one. */
  number: z.string().optional(),
  rows: z.array(writtenRow),
  /** Headers that are missing. */
  lacking: z.array(z.string()),
  formulas: z.int(),
});
export type ReadReplySheet = z.infer<typeof readReplySheet>;

/** Titles and instructions stand above the header. */
const HEADER_WITHIN = 20;
const NUMBER = /校验号\s*:?\s*([\d\s\-–—]+)/u;
const FILLED = [headers.finding, headers.concerns, headers.words, headers.on, headers.by];

const plain = (cell: Cell): string => cellText(cell).normalize("NFKC").replaceAll(/\s+/gu, " ").trim();

/** The sheets of a workbook that are 回复表, by title or headers, in whatever order of columns. */
export const readReplyWorkbook = ({ sheets }: WorkbookContent): ReadReplySheet[] =>
  sheets.flatMap((sheet) => readOne(sheet) ?? []);

function readOne({ rows, formulas = 0, hiddenRows = [] }: SheetContent): ReadReplySheet | undefined {
  const at = rows.slice(0, HEADER_WITHIN).findIndex((cells) => {
    const words = cells.map(plain);
    return words.includes(headers.finding) && words.includes(headers.words);
  });
  const above = rows.slice(0, at < 0 ? HEADER_WITHIN : at).flatMap((cells) => cells.map(plain));
  const head = `${replySheetPhrases.titleHead()}:`;
  const title = above.find((text) => text.startsWith(head));
  if (title === undefined && at < 0) return undefined;
  const header = (rows[at] ?? []).map(plain);
  if (title === undefined && !header.includes(headers.by)) return undefined;
  const number = readCheckNumber((above.flatMap((text) => NUMBER.exec(text)?.[1] ?? [])[0] ?? "").trim());
  return {
    title: title?.slice(head.length).trim() ?? "",
    ...(number === undefined ? {} : { number }),
    rows: at < 0 ? [] : rowsBelow(rows, { at, header, hiddenRows }),
    lacking: FILLED.filter((word) => !header.includes(word)),
    formulas,
  };
}

function rowsBelow(
  rows: SheetContent["rows"],
  { at, header, hiddenRows }: { at: number; header: readonly string[]; hiddenRows: readonly number[] },
): WrittenRow[] {
  return [...rows.entries()].flatMap(([index, cells]): WrittenRow[] => {
    const cell = (word: string) => {
      const column = header.indexOf(word);
      return column < 0 ? "" : cleanLine(cellText(cells[column]));
    };
    // Names and districts stand in the first two columns, whatever the campaign calls them.
    const [name, district] = [cells[0], cells[1]].map((one) => cleanLine(cellText(one)));
    if (index <= at || !name) return [];
    const row = {
      ...{ name, district: district ?? "", finding: cell(headers.finding), concerns: cell(headers.concerns) },
      ...{ words: cell(headers.words), on: cell(headers.on), by: cell(headers.by) },
    };
    return [hiddenRows.includes(index) ? { ...row, isHidden: true } : row];
  });
}
