import { readWhole } from "../../platform/conversation/numerals.ts";
import { visibleText } from "../../shared/visible-text.ts";
import { nameAt, type Ranked, ranked } from "./order-by-name.ts";

/** A list of cases with their reasons, one a line or a row. `reasons`: by zero-based place in the list of candidates. */
export type OrderRows = { order: Ranked | UnknownRow; reasons: ReadonlyMap<number, string> };

/** A row of a table whose name is none of the candidates'. */
type UnknownRow = { kind: "unknown"; part: string };

const HEADING =
  /^(?:序号|编号|次序|顺序|排序|名次|排名|推荐排序|推荐次序|推荐顺序|小区|小区名称|名称|项目|项目名称|推荐小区|推荐对象|得分|总分|初评得分|初评总分|评价分数|分数|地区|物业服务企业名称|所属街道|所属社区|交付率或入住率(?:[(（]%[)）])?|备注|理由|推荐理由|推荐原因|原因)$/u;
const NAMED = /^(?:小区|小区名称|名称|项目|项目名称|推荐小区|推荐对象)$/u;
const NUMBERED = /^(?:序号|编号|次序|顺序|排序|名次|推荐排序|排名|推荐次序|推荐顺序)$/u;
const REASONED = /理由|原因/u;
const FEWEST_COLUMNS = 3;
/** 附件4 has more, and is in its order; what else it says of a case is known. */
const LIST_COLUMNS = 3;
const RANKS = /次序|顺序|排序|名次|排名/u;
const TITLE =
  /^\s*(?:推荐)?(?:名单|次序|理由|小区|名单及理由|理由及次序)?(?:[（(][^()（）]*[)）])?(?:如下)?\s*[:：]?\s*$/u;
/** 关于推荐…的函 above the list. */
const LETTER = /^\s*关于[^\n]{2,40}的?(?:函|报告|请示|通知|意见|情况)\s*$/u;
/** 市建设局： */
const TO = /^\s*(?:尊敬的)?\p{Script=Han}{1,19}(?:局|办|委|府|会|处|中心)\s*[:：]\s*$/u;
const ROW_NUMBER = /^\d{1,2}[.、]?$/u;
/** 第一名： */
const RANK = /^\s*第(\d{1,2}|[一二三四五六七八九十]{1,2})(?:[名位个]?\s*[:：]|名\s*[、，,])\s*/u;
const NUMBER = /^\s*[（(]?(\d{1,2})\s*[.、．)）]\s*(?!\d)/u;
const SCORE = /^(?:总分)?\d+(?:\.\d+)?\s*分?$/u;
const FACTS = /^\s*[（(](?:总分)?\d+(?:\.\d+)?分[)）]/u;
/** 城北新苑（满意度高） */
const IN_BRACKETS = /^\s*[（(]([^（()）]*\p{Script=Han}[^（()）]*)[)）]\s*[；;。]?\s*$/u;
/** Between a name and its reason. */
const BEHIND = /^\s*(?:[:：,，]|[—–-]+|\s)\s*(?:推荐)?(?:理由\s*(?:[:：]|是|为)\s*)?/u;

interface Row {
  at: number;
  number?: number | undefined;
  reason: string;
}

/** Reads a list on lines or as a table. Undefined: it is none, or says no reason. */
export function readOrderRows(typed: string, all: readonly string[]): OrderRows | undefined {
  const names = all.map(half);
  const table = ofTable(visibleText(typed).split("\n"), names);
  if (table) return table;
  const lines = linesOf(visibleText(typed), names);
  const rows: Row[] = [];
  let isRanked = false;
  for (const line of lines) {
    const cells = cellsOf(line);
    if (cells.length > 1 && cells.every((cell) => HEADING.test(cell))) {
      isRanked = cells.some((cell) => RANKS.test(cell));
      continue;
    }
    const row = cells.length > 1 ? ofCells(cells, names) : isAbove(line) ? "title" : ofLine(line, names);
    if (row === undefined) return unknownIn(lines, names);
    if (row !== "title") rows.push(row);
  }
  if (rows.every(({ reason }) => reason === "")) return undefined;
  return orderOf(rows, isRanked);
}

/** A title, or whom the letter is to. */
const isAbove = (line: string): boolean => TITLE.test(line) || LETTER.test(line) || TO.test(line);

/** 1⇥城北新苑⇥…, numbered rows of which some name a candidate, and this one does not. */
function unknownIn(lines: readonly string[], names: readonly string[]): OrderRows | undefined {
  const rows = lines.map(cellsOf).filter(([first = "", second = ""]) => ROW_NUMBER.test(half(first)) && second !== "");
  const named = rows.map(([, name = ""]) => ({ name, isKnown: nameAt(half(name), names)?.length === name.length }));
  const unknown = named.find(({ name, isKnown }) => !isKnown && /^\p{Script=Han}{2,20}$/u.test(name));
  if (rows.length < lines.length || !unknown || !named.some(({ isKnown }) => isKnown)) return undefined;
  return { order: { kind: "unknown", part: unknown.name }, reasons: new Map() };
}

/** The filled-in 附件4, or a list with its number, name and reason, with its title: columns are told by their headings. */
function ofTable(lines: readonly string[], names: readonly string[]): OrderRows | undefined {
  const cells = lines.map((line) => line.split("\t").map((cell) => cell.trim()));
  const head = cells.findIndex((row) => row.length >= FEWEST_COLUMNS && row.every((cell) => HEADING.test(half(cell))));
  const columns = cells[head] ?? [];
  const [name, number, why] = [NAMED, NUMBERED, REASONED].map((heading) =>
    columns.findIndex((one) => heading.test(one)),
  );
  const titled = lines.slice(0, head).every((line) => names.every((one) => !half(line).includes(one)));
  if (head < 0 || name === undefined || name < 0 || !titled) return undefined;
  const filled = cells.slice(head + 1).filter((row) => row.some((cell, at) => cell !== "" && at !== number));
  const rows = filled.map((row): Row | undefined => {
    const cell = half(row[name] ?? "");
    const found = nameAt(cell, names);
    const value = Number.parseInt(half(row[number ?? -1] ?? ""), 10);
    return found?.length === cell.length
      ? { at: found.at, ...(Number.isNaN(value) ? {} : { number: value }), reason: row[why ?? -1] ?? "" }
      : undefined;
  });
  const known = rows.filter((row) => row !== undefined);
  const unknown = filled[rows.indexOf(undefined)]?.[name];
  if (known.length > 0 && unknown) return { order: { kind: "unknown", part: unknown }, reasons: new Map() };
  return known.length === 0 || known.length < rows.length
    ? undefined
    : orderOf(known, columns.length > LIST_COLUMNS || RANKS.test(half(columns[number ?? -1] ?? "")));
}

function orderOf(rows: readonly Row[], isRanked: boolean): OrderRows {
  const numbers = rows.flatMap(({ number }) => (number === undefined ? [] : [{ value: number, isRank: isRanked }]));
  const order = ranked(
    numbers,
    rows.map(({ at }) => at),
  );
  return { order, reasons: new Map(rows.flatMap(({ at, reason }) => (reason === "" ? [] : [[at, reason] as const]))) };
}

/** In half width where that is one sign, so that places stay what they are; reasons stay as they are written. */
const half = (text: string): string =>
  text.replaceAll(/[^\n]/gu, (sign) => {
    const plain = sign.normalize("NFKC");
    return plain.length === sign.length ? plain : sign;
  });

const cellsOf = (line: string): string[] =>
  line
    .split("\t")
    .map((cell) => cell.trim())
    .filter((cell) => cell !== "");

/** ； before another name ends a line as well. */
function linesOf(text: string, names: readonly string[]): string[] {
  const lines: string[] = [];
  for (const line of text.split("\n"))
    line.split(/[;；]/u).forEach((piece, at) => {
      const begins = at === 0 || nameAt(half(piece).replace(NUMBER, "").trim(), names) !== undefined;
      if (begins) lines.push(piece);
      else lines.push(`${lines.pop() ?? ""}；${piece}`);
    });
  return lines.filter((line) => line.trim() !== "");
}

/** Number, name, points, reason. */
function ofCells(cells: readonly string[], names: readonly string[]): Row | undefined {
  const [first = "", second = ""] = cells;
  const isNumbered = ROW_NUMBER.test(half(first));
  const cell = isNumbered ? second : first;
  const name = nameAt(half(cell), names);
  if (name?.length !== cell.length) return undefined;
  const [reason = "", ...more] = cells.slice(isNumbered ? 2 : 1).filter((one) => !SCORE.test(half(one)));
  const number = isNumbered ? Number.parseInt(half(first), 10) : undefined;
  return more.length > 0 ? undefined : { at: name.at, number, reason };
}

function ofLine(line: string, names: readonly string[]): Row | undefined {
  const [head = "", number] = NUMBER.exec(half(line)) ?? RANK.exec(half(line)) ?? [];
  const rest = line.slice(head.length).trim();
  const name = nameAt(half(rest), names);
  if (!name) return undefined;
  const behind = rest.slice(name.length).replace(FACTS, "").replace(IN_BRACKETS, "：$1");
  const sign = BEHIND.exec(behind)?.[0];
  if (behind !== "" && sign === undefined) return undefined;
  const reason = behind.slice(sign?.length ?? 0).trim();
  return { at: name.at, number: number === undefined ? undefined : readWhole(number), reason };
}
