import type { WorkbookContent } from "../../platform/documents/read-workbook.ts";
import { referencePhrases as phrases } from "./phrases.ts";
import type { ReferenceRow } from "./reference-list.ts";
import { plainName } from "./rules.ts";

type Cell = string | number | null;

export interface ReadRows {
  metric: string;
  rows: readonly ReferenceRow[];
  /** By row of the sheet, in words; empty if it can be applied. */
  problems: readonly string[];
}

export interface ListWords {
  /** 小区, 农户 */
  noun: string;
  /** Names and ids of the districts. */
  districts: readonly { id: string; name: string }[];
}

const NAME = /名称|^小区|^企业|^项目|^单位|户主/;
const DISTRICT = /地区|区（县|区\(县|^区县|所属区|属地|^区域|^村/;
const VERDICT = /是否|位于|前\d|后\d/;
const NUMBER = /^序号$|^编号$|^名次$|^排名$/;
const YES = /^(?:是|√|✓|y|yes|true|位于|在内)$/i;
const NO = /^(?:否|×|✗|n|no|false|不是|不在|不在内)$/i;
const NO_DATA = /^(?:无数据|暂无(?:数据)?|没有数据|缺(?:失|数据)?|-+|—+|\/|无)$/;
const NOTE = /^(?:注|说明|备注|合计|填表|制表|审核)/;
const HEADER_WITHIN = 20;

interface Columns {
  name: number;
  district: number;
  verdict: number;
  figure: number;
}

/** Reads a list of the city from the first sheet with a column of names. */
export function readReferenceRows({ sheets }: WorkbookContent, words: ListWords): ReadRows {
  for (const { rows } of sheets) {
    const at = rows.slice(0, HEADER_WITHIN).findIndex(isHeader);
    const header = rows[at];
    if (header) return readSheet(rows, { at, header, words });
  }
  return { metric: "", rows: [], problems: [phrases.noHeader(words.noun)] };
}

const isHeader = (row: readonly Cell[]): boolean =>
  row.filter((cell) => cell !== null).length >= 2 && row.some((cell) => typeof cell === "string" && NAME.test(cell));

interface Found {
  /** Index of the header's row. */
  at: number;
  header: readonly Cell[];
  words: ListWords;
}

function readSheet(rows: readonly (readonly Cell[])[], { at, header, words }: Found): ReadRows {
  const columns = columnsOf(header);
  if (columns.verdict < 0 && columns.figure < 0) {
    return { metric: "", rows: [], problems: [phrases.noFigures(words.noun)] };
  }
  const read: ReferenceRow[] = [];
  const problems: string[] = [];
  for (const [index, row] of rows.entries()) {
    if (index <= at || isNote(row, columns)) continue;
    const one = readRow(row, columns, words);
    const number = index + 1;
    if ("problem" in one) problems.push(phrases.atRow(number, one.problem));
    else if (isTwice(read, one, words)) problems.push(phrases.atRow(number, phrases.twice(one.name)));
    else read.push(one);
  }
  if (read.length === 0 && problems.length === 0) problems.push(phrases.noRows());
  return { metric: columns.figure < 0 ? "" : String(header[columns.figure] ?? ""), rows: read, problems };
}

function columnsOf(header: readonly Cell[]): Columns {
  const texts = header.map((cell) => String(cell ?? "").replaceAll(/\s/g, ""));
  const find = (pattern: RegExp): number => texts.findIndex((text) => pattern.test(text));
  const [name, district, verdict] = [find(NAME), find(DISTRICT), find(VERDICT)];
  const figure = texts.findIndex(
    (text, at) => text !== "" && ![name, district, verdict].includes(at) && !NUMBER.test(text) && !NOTE.test(text),
  );
  return { name, district, verdict, figure };
}

/** Empty rows, and lines below the table. */
function isNote(row: readonly Cell[], { name, verdict, figure }: Columns): boolean {
  if (row.every((cell) => cell === null || cell === undefined)) return true;
  const isBare = [verdict, figure].every((at) => at < 0 || (row[at] ?? null) === null);
  return isBare && row.some((cell) => typeof cell === "string" && NOTE.test(cell)) && !hasOwnName(row[name]);
}

const hasOwnName = (cell: Cell | undefined): boolean => typeof cell === "string" && cell !== "" && !NOTE.test(cell);

function readRow(row: readonly Cell[], columns: Columns, words: ListWords): ReferenceRow | { problem: string } {
  const cell = (at: number): string => (at < 0 ? "" : String(row[at] ?? "").trim());
  const name = cell(columns.name);
  if (name === "") return { problem: phrases.noName() };
  const district = districtIn(cell(columns.district), words);
  if (district === null) return { problem: phrases.unknownDistrict(cell(columns.district)) };
  const figure = figureIn(cell(columns.figure));
  if (figure === null) return { problem: phrases.noNumber(cell(columns.figure)) };
  const within = verdictIn(cell(columns.verdict));
  if (within === null) return { problem: phrases.noVerdict(cell(columns.verdict)) };
  const isEmpty = cell(columns.figure) === "" && cell(columns.verdict) === "";
  if (isEmpty) return { problem: phrases.nothingSaid(name) };
  return {
    name,
    ...(district === undefined ? {} : { district }),
    ...(figure === undefined ? {} : { figure }),
    ...(within === undefined ? {} : { within }),
  };
}

/** Undefined: not named; null: no district of the campaign. */
function districtIn(text: string, { districts }: ListWords): string | undefined | null {
  if (text === "") return undefined;
  const plain = plainName(text, "");
  const found = districts.filter(({ name }) => plainName(name, "") === plain);
  const [only] = found.length > 0 ? found : districts.filter(({ name }) => plainName(name, "").startsWith(plain));
  return only?.id ?? null;
}

/** Undefined: no data; null: no number. */
function figureIn(text: string): number | undefined | null {
  if (text === "" || NO_DATA.test(text)) return undefined;
  const figure = /^-?\d+(?:\.\d+)?(?:\s*[%‰分件次])?$/.exec(text.normalize("NFKC").replaceAll(/,(?=\d{3})/g, ""));
  return figure ? Number.parseFloat(figure[0]) : null;
}

/** Undefined: not said; null: neither yes nor no. */
function verdictIn(text: string): boolean | undefined | null {
  if (text === "" || NO_DATA.test(text)) return undefined;
  if (YES.test(text)) return true;
  return NO.test(text) ? false : null;
}

const isTwice = (rows: readonly ReferenceRow[], one: ReferenceRow, { noun }: ListWords): boolean =>
  rows.some((row) => row.district === one.district && plainName(row.name, noun) === plainName(one.name, noun));
