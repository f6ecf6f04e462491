import { type Cell, cellText } from "../../../platform/conversation/answers/read-cells.ts";
import { type Labels, plainLabel } from "./labels.ts";
import { cleanValue } from "./segments.ts";

/** A sheet or table in which every row is one case. */
export interface RowsReading {
  /** By field key, as written; empty cells are absent. */
  entries: readonly ReadonlyMap<string, string>[];
  /** Keys of the fields that have a column. */
  present: readonly string[];
  /** Headers that belong to no field of the form. */
  unknown: readonly string[];
  /** What stands above the header: the mark of an annex, titles, notes. */
  above: string;
}

export interface RowsWords {
  /** Fields that name the case; a row without any of them is no case. */
  nameKeys: readonly string[];
  /** Headers that need no field: 序号, 地区. */
  known: readonly string[];
}

type Row = readonly Cell[];

interface Header {
  /** Field keys by column. */
  keys: ReadonlyMap<number, string>;
  unknown: readonly string[];
}

const HEADER_WITHIN = 15;
const FEWEST_COLUMNS = 3;
/** A form has labels in its other rows too. One or two are answers that read like labels: 物业服务企业 applies itself. */
const FEWEST_LABELS = 3;

/**
 * Reads the rows under a header that names fields of the form, in whatever order, in one line or in two (所属 above 街道
 * and 社区). A header may come again, as on the next page.
 * @returns undefined if no row is such a header
 */
export function readRows(rows: readonly Row[], labels: Labels, words: RowsWords): RowsReading | undefined {
  const first = rows.slice(0, HEADER_WITHIN).findIndex((_, at) => headerAt(rows, at, { labels, words }));
  if (first < 0) return undefined;
  const entries: ReadonlyMap<string, string>[] = [];
  const keys = new Set<string>();
  const unknown = new Set<string>();
  const below = new Set<string>();
  let header: Header | undefined;
  for (let at = first; at < rows.length; at += 1) {
    const cells = rows[at] ?? [];
    const found = headerAt(rows, at, { labels, words });
    if (found) {
      header = found;
      at += found.lines - 1;
      for (const key of found.keys.values()) keys.add(key);
      for (const text of found.unknown) unknown.add(text);
      continue;
    }
    for (const cell of cells.map((one) => plainLabel(cellText(one)))) if (labels.asked.has(cell)) below.add(cell);
    const values = valuesIn(cells, header);
    if (words.nameKeys.some((key) => values.has(key)) && !isNote(cells)) entries.push(values);
  }
  if (below.size >= FEWEST_LABELS || !words.nameKeys.some((key) => keys.has(key))) return undefined;
  const above = rows.slice(0, first).flatMap((cells) => cells.map(cellText));
  return { entries, present: [...keys], unknown: [...unknown], above: above.join("") };
}

/** 必填：… or （盖章）, below the table: the only words of their row. */
function isNote(cells: Row): boolean {
  const [only, ...more] = new Set(cells.map((cell) => cellText(cell).trim()).filter((text) => text !== ""));
  return only !== undefined && more.length === 0 && /^(?:[^:：]{1,8}[:：]|[（(]盖章)/u.test(only);
}

function valuesIn(cells: Row, header: Header | undefined): Map<string, string> {
  const values = new Map<string, string>();
  for (const [column, key] of header?.keys ?? []) {
    const text = cleanValue(cellText(cells[column]));
    if (text !== "") values.set(key, text);
  }
  return values;
}

interface Known {
  labels: Labels;
  words: RowsWords;
}

/** The header that begins in this row; of two lines where the second names more fields. */
function headerAt(rows: readonly Row[], at: number, known: Known): (Header & { lines: 1 | 2 }) | undefined {
  const upper = rows[at] ?? [];
  const one = headerOf(upper, known);
  const below = rows[at + 1];
  const two = below?.some((cell) => typeof cell === "string") ? headerOf(underOneAnother(upper, below), known) : one;
  const isTwo = two.keys.size > one.keys.size && two.unknown.length <= one.unknown.length;
  const header = isTwo ? two : one;
  if (header.keys.size < FEWEST_COLUMNS || header.keys.size <= header.unknown.length) return undefined;
  return { ...header, lines: isTwo ? 2 : 1 };
}

/** The two lines' words by column; a cell that is merged over several columns stands over each of them. */
function underOneAnother(upper: Row, lower: Row): string[] {
  let over = "";
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, column) => {
    const own = cellText(upper[column]);
    const under = cellText(lower[column]);
    if (own !== "" || under === "") over = own;
    return over === under ? over : over + under;
  });
}

function headerOf(cells: Row, { labels, words }: Known): Header {
  const plainKnown = words.known.map(plainLabel);
  const keys = new Map<number, string>();
  const unknown: string[] = [];
  for (const [column, cell] of cells.entries()) {
    const text = typeof cell === "string" ? cell : "";
    const asked = labels.asked.get(plainLabel(text));
    if (asked?.kind === "field" && ![...keys.values()].includes(asked.key)) keys.set(column, asked.key);
    else if (text.trim() !== "" && !plainKnown.includes(plainLabel(text))) unknown.push(text.trim());
  }
  return { keys, unknown };
}
