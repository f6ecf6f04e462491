import { readWhole } from "./numerals.ts";
import { scorePhrases } from "./phrases.ts";
import { compactAnswer } from "./plain.ts";
import { notApplicableWhy } from "./score-notes.ts";
import { exampleRow, type ScoreRow, type ScoreRules, type ScoreSection } from "./score-rules.ts";

/** A part that cannot be recorded. */
export interface ScoreProblem {
  sentence: string;
  /** Rows that were to get points. */
  rows: readonly string[];
  /** What may have been meant, as it can be sent. */
  reading?: string;
  /** Of several readings each, with what stands on its button; empty: what it is read as. */
  choices?: readonly { label: string; typed: string }[];
}

const NUMBER = "(?:\\d{1,2}|[一二三四五六七八九十]{1,3})";
const HEADING =
  /^(?:序号|编号|条目|指标|评选|(?:评[选分价审])?(?:项目|标准|内容|指标)|分值(?:[(（]分[)）])?|满分|得分|考核分|评分|分数|自评分?|初评分?|原(?:得|来的?)?分|改前|改为|改后|现(?:得|改)?分?|(?:扣分)?(?:理由|原因|说明)|备注)$/u;
const ROW_ID = new RegExp(`^(${NUMBER})\\s*[-－‐‑‒–—―−]\\s*(${NUMBER})$`, "u");
const POINTS_CELL = /^(?:\d+(?:[.．]\d+)?|[零〇一二三四五六七八九十两]+|满分|通过|否决|不通过)\s*分?$/u;
/** 1.所在街道健全…, or the number alone in its cell. */
const ITEM = /^(\d{1,2})(?:\s*[.．、]\s*(?!\d)(.*))?$/su;
/** No remark. */
const EMPTY = /^[/／\-—无]+$/u;

const POINTS_WITH_REASON = /^(\d+(?:\.\d+)?分?)\s*[（(]([^（()）]*\p{Script=Han}[^（()）]*)[)）]$/u;

type TableRow = { text: string } | ScoreProblem | "heading" | undefined;

export const rowIn = ({ sections }: ScoreRules, id: string): ScoreRow | undefined =>
  sections.flatMap(({ rows }) => rows).find((row) => row.id === id);

/** Every sign in its order: 业委会规范 in 业委会运行规范. */
export function isWithin(short: string, long: string): boolean {
  let at = 0;
  for (const sign of short) {
    at = long.indexOf(sign, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

const columnsOf = (line: string): string[] => line.split("\t").map((cell) => halfWidth(cell).trim());

/** Words keep their signs, also their punctuation: 20㎡ is not 20m2. */
const halfWidth = (cell: string): string =>
  /\p{Script=Han}/u.test(cell)
    ? cell.replaceAll(/[０-９Ａ-Ｚａ-ｚ\u3000]/gu, (sign) => sign.normalize("NFKC"))
    : cell.normalize("NFKC");

const cellsOf = (line: string): string[] => columnsOf(line).filter((cell) => cell !== "");

/** What the headings say of the columns; none where there are no headings. */
interface Headings {
  /** As they stand, empty cells counted. */
  columns: readonly string[];
  named: readonly string[];
}

const MARKS = /^(?:分值(?:[(（]分[)）])?|满分)$/u;
const GIVEN = /^(?:得分|考核分|评分|分数|自评分?|初评分?|改为|改后|现(?:得|改)?分?)$/u;
const BEFORE = /^(?:原(?:得|来的?)?分|改前)$/u;
const REASON = /^(?:扣分)?(?:理由|原因|说明)$/u;
const REMARK = "备注";

/** The section whose number and name the cells are: 一, 党建引领机制完善（20分）. */
function sectionIn({ sections }: ScoreRules, [number = "", name = ""]: readonly string[]): ScoreSection | undefined {
  const section = sections.find(({ numeral }) => numeral === number.replace(/^第(?=.*部分$)|部分$|[、.]$/gu, ""));
  const said = name.replaceAll(/[(（]\d+分?[)）]|\s/gu, "");
  return section?.name && said.length > 1 && isWithin(said, section.name) ? section : undefined;
}

/** In words: fewer may be an answer. */
const FEWEST_HEADINGS = 3;

/** What the form prints beside a part's name. */
export const mostOf = ({ rows }: ScoreSection): number => rows.reduce((sum, { maxPoints }) => sum + maxPoints, 0);

/** A table pasted with each cell on a line of its own, as rows again. */
export function asRows(rules: ScoreRules, lines: readonly string[]): readonly string[] {
  const cells = lines.map(cellsOf).filter((row) => row.length > 0);
  const single = cells.flatMap((row) => (row.length === 1 ? row : []));
  const begins = (at: number): boolean => sectionIn(rules, single.slice(at, at + 2)) !== undefined;
  if (single.length !== cells.length || !single.some((_, at) => begins(at))) return lines;
  const rows: string[][] = [];
  let isHead = false;
  single.forEach((cell, at) => {
    if (begins(at)) rows.push([cell]);
    else if (isHead || (!/^\d{1,2}\s*[.．、]\s*\p{L}/u.test(cell) && rows.length > 0)) rows.at(-1)?.push(cell);
    else rows.push([cell]);
    isHead = begins(at);
  });
  return rows.map((row) => row.join("\t"));
}

/** 条目　星河湾　湖畔居: a column of points for each of several. */
const severalNamed = ([first = "", ...others]: readonly string[]): readonly string[] | undefined =>
  others.length > 1 &&
  HEADING.test(first) &&
  others.every((cell) => /^\p{Script=Han}/u.test(cell) && !HEADING.test(cell))
    ? others.filter((cell) => !POINTS_CELL.test(cell))
    : undefined;

/** Reads lines of a table one by one; the section named last holds for the rows below it. */
export function tableReader(rules: ScoreRules): (line: string) => TableRow {
  let section: ScoreSection | undefined;
  let headings: Headings = { columns: [], named: [] };
  let isOfSeveral = false;
  const read = (id: string, line: string, cells: readonly string[]) => rowOf(rules, id, { cells, line, headings });
  return (line) => {
    const cells = cellsOf(line);
    const words = line.includes("\t") ? cells : line.trim().split(/\s+/u);
    if (words.length >= FEWEST_HEADINGS && words.every((word) => HEADING.test(word)) && words !== cells)
      return "heading";
    if (cells.length > 0 && cells.every((cell) => HEADING.test(cell))) {
      headings = { columns: columnsOf(line), named: [...headings.named, ...cells] };
      return "heading";
    }
    const several = severalNamed(cells);
    if (several) {
      isOfSeveral = true;
      return { sentence: scorePhrases.severalColumns(exampleRow(rules), several), rows: [] };
    }
    if (isOfSeveral && cells.length > 2 && ROW_ID.test(cells[0] ?? "")) return "heading";
    const named = sectionIn(rules, cells);
    section = named ?? section;
    const rest = named ? cells.slice(2) : cells;
    if (named && rest.every((cell) => cell.replace(/分$/u, "") === String(mostOf(named)))) return "heading";
    if (!named && !line.includes("\t")) return undefined;
    const [first = "", ...others] = rest;
    const [, part, row] = ROW_ID.exec(first) ?? [];
    if (part !== undefined && row !== undefined) return read(`${readWhole(part)}-${readWhole(row)}`, line, others);
    const [, item, wording] = ITEM.exec(first) ?? [];
    const id = section && item !== undefined ? `${section.id}-${Number(item)}` : undefined;
    if (id === undefined || !rowIn(rules, id)) return undefined;
    return read(id, line, wording === undefined ? others : [wording, ...others]);
  };
}

interface RowCells {
  /** Behind the row's number, without the empty ones. */
  cells: readonly string[];
  line: string;
  headings: Headings;
}

/** A row of the sheet as a table: wording, full marks, points, reason, remark. The wording is the sheet's own. */
function rowOf(rules: ScoreRules, id: string, row: RowCells): TableRow {
  // 3（党员占比57.1%）: the points and their reason.
  const rest = row.cells.flatMap((cell) => {
    const [, points, why = ""] = POINTS_WITH_REASON.exec(cell) ?? [];
    return points === undefined ? [cell] : [points, why];
  });
  const most = rowIn(rules, id)?.maxPoints;
  const at = rest.findIndex((cell) => POINTS_CELL.test(cell));
  const [one, two] = [rest[at], rest[at + 1]];
  const behind = (from: number): string => {
    const given = compactAnswer(rest[from - 1] ?? "").replace(/分$/, "");
    return wordsBehind(row, rest.slice(from), { isLess: /^[\d.]+$/u.test(given) && given !== String(most) });
  };
  const without = rest.findIndex((cell) => notApplicableWhy(cell) === "");
  if (without >= 0) return { text: `${id} 不适用 ${wordsBehind(row, rest.slice(without + 1))}`.trim() };
  if (at < 0 || one === undefined) return { text: [id, ...rest].join(" ") };
  const isMost = compactAnswer(one).replace(/分$/, "") === String(most);
  if (two !== undefined && POINTS_CELL.test(two) && isMost) return { text: `${id} ${two} ${behind(at + 2)}`.trim() };
  const { named } = row.headings;
  const given = named.findIndex((cell) => GIVEN.test(cell));
  const full = named.findIndex((cell) => MARKS.test(cell));
  if (two !== undefined && POINTS_CELL.test(two) && full >= 0 && given > full)
    return { text: `${id} ${two} ${behind(at + 2)}`.trim() };
  // 原分, 改为: what it is to be.
  if (two !== undefined && POINTS_CELL.test(two) && named.some((cell) => BEFORE.test(cell)))
    return { text: `${id} ${two} ${behind(at + 2)}`.trim() };
  const numbers = rest.slice(at).findIndex((cell) => !POINTS_CELL.test(cell));
  const several = rest.slice(at, numbers < 0 ? undefined : at + numbers);
  if (several.length > 1 && !row.headings.columns.some((cell) => GIVEN.test(cell)))
    return whichNumber(id, [...new Set(several)], wordsBehind(row, rest.slice(at + several.length)));
  const isGiven = named.some((cell) => GIVEN.test(cell)) && !named.some((cell) => MARKS.test(cell));
  if (at === 0 || isGiven) return { text: `${id} ${one} ${behind(at + 1)}`.trim() };
  // Full marks, or points: the row does not say.
  return {
    sentence: scorePhrases.marksOrPoints(id, one),
    rows: [id],
    reading: `${id} ${one} ${behind(at + 1)}`.trim(),
  };
}

/** 2-1　4　3　公示不及时: each of the numbers may be the points. */
const whichNumber = (id: string, numbers: readonly string[], words: string): ScoreProblem => ({
  sentence: scorePhrases.twoNumbers(id, numbers.slice(0, -1).join("、"), numbers.at(-1) ?? ""),
  rows: [id],
  choices: numbers.map((number) => ({
    label: scorePhrases.recordReading(`${id} ${number}`),
    typed: `${id} ${number} ${words}`.trim(),
  })),
});

/**
 * The words behind the points: the remark where the headings have that column, else the reason. In the printed table
 * 备注 is the only column for words: behind less than full marks they say why.
 */
function wordsBehind(
  { line, headings: { columns, named } }: RowCells,
  behind: readonly string[],
  { isLess } = { isLess: false },
): string {
  const words = behind.filter((cell) => !EMPTY.test(cell));
  if (!named.includes(REMARK) || words.length === 0) return words.join(" ");
  const remarkOf = (cells: readonly string[]): string => (cells.length > 0 ? `${REMARK} ${cells.join(" ")}` : "");
  if (!named.some((cell) => REASON.test(cell))) return isLess ? words.join(" ") : remarkOf(words);
  const raw = columnsOf(line);
  const [remark = ""] = raw.length === columns.length ? [raw[columns.indexOf(REMARK)]] : words.slice(1);
  const reason = words.filter((cell) => cell !== remark).join(" ");
  return [reason, remarkOf(words.filter((cell) => cell === remark))].filter((part) => part !== "").join(" ");
}

const TWO = new RegExp(
  `^\\s*(${NUMBER})\\s*[-－‐‑‒–—―−]\\s*(${NUMBER})\\s+(?:\\p{Script=Han}{2,20}\\s+)?(\\d+(?:\\.\\d+)?)\\s*分\\s+(\\d+(?:\\.\\d+)?)\\s*分\\s*$`,
  "u",
);

/** 1-1 街道协调机制 4分 3分: which of them is given, it does not say. */
export function twoNumbers(rules: ScoreRules, line: string): ScoreProblem | undefined {
  const [, section = "", row = "", one = "", two = ""] = TWO.exec(line.normalize("NFKC")) ?? [];
  const id = `${readWhole(section)}-${readWhole(row)}`;
  const most = rowIn(rules, id)?.maxPoints;
  if (most === undefined) return undefined;
  const isMost = Number(one) === most;
  return {
    sentence: scorePhrases.twoNumbers(id, one, two),
    rows: [id],
    ...(isMost ? { reading: `${id} ${two}` } : {}),
  };
}
