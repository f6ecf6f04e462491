import { readWhole } from "./numerals.ts";
import { doubtPhrases } from "./score-doubt-phrases.ts";
import type { ScoreRules } from "./score-rules.ts";
import { rowIn, type ScoreProblem } from "./score-table.ts";
import { NUMBER } from "./score-words.ts";

const ID_COLUMN = /^(?:条目|条目编号|项目编号)$/u;
/** Counts the lines where there is a column of rows as well. */
const COUNT_COLUMN = /^(?:序号|编号)$/u;
const POINTS_COLUMN =
  /^(?:(?:自|区|县|市|局|街道|社区|物业|初|复|终|互|专家|我[区市县局]|\p{Script=Han}{1,3}自?)评(?:得?分|打分|结果)?|(?:得|评|打|考核|实得)分|得分数)$/u;
/** 评选内容, 评价标准: what is to be scored. */
const NO_POINTS = /^(?:测|考|点)评$/u;
const BEFORE = /^(?:原(?:得|来的?)?分|改前)$/u;
const REASON = /^(?:理由|说明|原因|扣分理由|扣分原因)$/u;
const REMARK = /^备注$/u;
const ID = new RegExp(`^(${NUMBER})\\s*[-－‐‑‒–—―−]\\s*(${NUMBER})$`, "u");
const FEWEST = 3;

/** A cell of several lines is quoted by the clipboard: "收缴率␤0.985". */
export const joinedCells = (text: string): string =>
  text.replaceAll(/(?<=^|\t)"([^"\t]*\n[^"\t]*)"(?=\t|\n|$)/gmu, (_, cell: string) =>
    cell.replaceAll(/\s*\n\s*/gu, " "),
  );

interface Columns {
  id: number;
  points: readonly { at: number; name: string }[];
  reason: number;
  remark: number;
}

interface Row {
  id: string;
  cells: readonly string[];
}

const cellsOf = (line: string): string[] => line.split("\t").map((cell) => cell.normalize("NFKC").trim());

/** The columns that the heading names, where they have to be told apart: several of points, or the number not the first. */
function columnsIn(line: string): Columns | undefined {
  const cells = cellsOf(line);
  if (cells.filter((cell) => cell !== "").length < FEWEST || cells.some((cell) => BEFORE.test(cell))) return undefined;
  const named = cells.findIndex((cell) => ID_COLUMN.test(cell));
  const id = named < 0 ? cells.findIndex((cell) => COUNT_COLUMN.test(cell)) : named;
  const points = cells.flatMap((name, at) => (POINTS_COLUMN.test(name) && !NO_POINTS.test(name) ? [{ at, name }] : []));
  if (id < 0 || points.length === 0 || (points.length === 1 && id === 0)) return undefined;
  const find = (pattern: RegExp) => cells.findIndex((cell) => pattern.test(cell));
  return { id, points, reason: find(REASON), remark: find(REMARK) };
}

/** Rows of a table whose heading tells its columns apart, as lines of points; what stands in several columns is asked about. */
export function byColumns(
  rules: ScoreRules,
  lines: readonly string[],
): { lines: readonly string[]; problems: readonly ScoreProblem[] } {
  const at = lines.findIndex((line) => columnsIn(line) !== undefined);
  const columns = columnsIn(lines[at] ?? "");
  if (!columns) return { lines, problems: [] };
  const end = lines.findIndex((line, place) => place > at && !line.includes("\t"));
  const below = lines.slice(at + 1, end < 0 ? undefined : end);
  const rows = below.map((line) => rowOf(rules, columns, line));
  const found = rows.filter((row) => row !== undefined);
  if (found.length === 0) return { lines, problems: [] };
  const rest = below.filter((line, place) => rows[place] === undefined && cellsOf(line).filter(Boolean).length > 1);
  const around = [...lines.slice(0, at), ...rest, ...(end < 0 ? [] : lines.slice(end))];
  const texts = columns.points.map(({ at: column }) => found.map((row) => lineOf(row, column, columns)).join("\n"));
  const [first = ""] = texts;
  if (texts.every((text) => text === first)) return { lines: [...around, ...first.split("\n")], problems: [] };
  const names = columns.points.map(({ name }) => name);
  const choices = texts.map((typed, place) => ({ label: doubtPhrases.byColumn(names[place] ?? ""), typed }));
  const problem = { sentence: doubtPhrases.whichColumn(names), rows: found.map(({ id }) => id), choices };
  return { lines: around, problems: [problem] };
}

function rowOf(rules: ScoreRules, { id: at }: Columns, line: string): Row | undefined {
  const cells = cellsOf(line);
  const [, part, row] = ID.exec(cells[at] ?? "") ?? [];
  const id = part === undefined || row === undefined ? "" : `${readWhole(part)}-${readWhole(row)}`;
  return rowIn(rules, id) ? { id, cells } : undefined;
}

const lineOf = ({ id, cells }: Row, at: number, { reason, remark }: Columns): string =>
  [id, cells[at] ?? "", cells[reason] ?? "", (cells[remark] ?? "") === "" ? "" : `备注 ${cells[remark]}`]
    .filter((part) => part !== "")
    .join(" ");
