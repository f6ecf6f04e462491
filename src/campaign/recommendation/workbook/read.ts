import { z } from "zod";
import { type Cell, cellText } from "../../../platform/conversation/answers/read-cells.ts";
import { cleanLine } from "../../../platform/conversation/plain.ts";
import type { SheetContent, WorkbookContent } from "../../../platform/documents/read-workbook.ts";
import { readCheckNumber } from "../../application/check-number.ts";
import { listSheetHeaders as headers } from "./phrases.ts";

const writtenRow = z.object({
  name: z.string(),
  place: z.string(),
  reason: z.string(),
  unmet: z.string(),
  isHidden: z.boolean().optional(),
});
export type WrittenPlace = z.infer<typeof writtenRow>;

/** A 推荐表 that came back, with the cells as they could be typed. */
export const readListSheet = z.object({
  /** 校验号; left out where there is none, or a mistyped one. */
  number: z.string().optional(),
  rows: z.array(writtenRow),
  /** Headers that are missing, or stand twice. */
  lacking: z.array(z.string()),
  doubled: z.array(z.string()),
  formulas: z.int(),
});
export type ReadListSheet = z.infer<typeof readListSheet>;

/** Titles and instructions stand above the header. */
const HEADER_WITHIN = 15;
const FILLED: readonly string[] = [headers.name, headers.place];
const TITLE = /^推荐(?:次序)?表\s*:/u;
const NUMBER = /校验号\s*:?\s*([\d\s\-–—]+)/u;

const plain = (cell: Cell): string => cellText(cell).normalize("NFKC").replaceAll(/\s+/gu, " ").trim();

/** The sheets of a workbook that are 推荐表, by title or headers, in whatever order of columns. */
export const readListWorkbook = ({ sheets }: WorkbookContent): ReadListSheet[] =>
  sheets.flatMap((sheet) => readOne(sheet) ?? []);

function readOne({ rows, formulas = 0, hiddenRows = [] }: SheetContent): ReadListSheet | undefined {
  const known: readonly string[] = Object.values(headers);
  const found = rows.slice(0, HEADER_WITHIN).findIndex((cells) => {
    const words = cells.map(plain);
    return words.includes(headers.name) && words.filter((word) => known.includes(word)).length > 2;
  });
  const above = rows.slice(0, found < 0 ? HEADER_WITHIN : found).flatMap((cells) => cells.map(plain));
  const header = (rows[found] ?? []).map(plain);
  if (!above.some((text) => TITLE.test(text)) && !FILLED.every((word) => header.includes(word))) return undefined;
  if (!above.some((text) => TITLE.test(text)) && !header.includes(headers.beside)) return undefined;
  const number = readCheckNumber((above.flatMap((text) => NUMBER.exec(text)?.[1] ?? [])[0] ?? "").trim());
  const written = [...rows.entries()].flatMap(([at, cells]): WrittenPlace[] => {
    const cell = (word: string) => cleanLine(cellText(cells[header.indexOf(word)]));
    const name = header.includes(headers.name) ? cell(headers.name) : "";
    if (found < 0 || at <= found || name === "") return [];
    const [place, reason, unmet] = [headers.place, headers.reason, headers.unmet].map((word) =>
      header.includes(word) ? cell(word) : "",
    );
    const row = { name, place: place ?? "", reason: reason ?? "", unmet: unmet ?? "" };
    return [hiddenRows.includes(at) ? { ...row, isHidden: true } : row];
  });
  return {
    ...(number === undefined ? {} : { number }),
    rows: written,
    lacking: FILLED.filter((word) => !header.includes(word)),
    doubled: [...FILLED, headers.reason, headers.unmet].filter(
      (word) => header.filter((one) => one === word).length > 1,
    ),
    formulas,
  };
}
