import { fitsPoints, readPoints } from "./answers/parse-points.ts";
import { readWhole } from "./numerals.ts";
import { scorePhrases } from "./phrases.ts";
import { cleanLine, plainAnswer } from "./plain.ts";
import { ID, scoreSegments } from "./score-segments.ts";

/** A section of a score sheet. */
export interface ScoreSection {
  /** `1` */
  id: string;
  /** 一 */
  numeral: string;
  rows: readonly ScoreRow[];
}

export interface ScoreRow {
  /** `1-2`, `6-10` */
  id: string;
  maxPoints: number;
  /** 一票否决: the row takes 通过 or 否决 instead of points. */
  knocksOut?: boolean;
}

export interface ScoreEntry {
  row: string;
  points: number;
  /** Of a row that knocks out: 否决. */
  knockedOut?: boolean;
  reason?: string;
}

export type ScoreLine =
  /**
   * A whole section in order, one row, optionally with a reason, or several of them. `rest`: the rows left take their
   * maximum.
   */
  | { kind: "points"; entries: readonly ScoreEntry[]; section?: string; rest?: true }
  /** 其余满分: the maximum for every row that has no points yet. */
  | { kind: "rest" }
  /** A row without points, e.g. to show it or to attach a file to it. */
  | { kind: "row"; row: string }
  /** Nothing is recorded. `readable`: what could be recorded without the rest, as {@link showEntries} shows it. */
  | {
      kind: "retry";
      sentence: string;
      readable?: { entries: number; typed: string };
      /** Rows that were to get points, where they are known. */
      rows?: readonly string[];
    }
  /** Not a line of points. */
  | { kind: "none" };

export interface ScoreRules {
  sections: readonly ScoreSection[];
  /** Smallest unit of points. */
  step: number;
}

const REST = /^(?:其余|其他|其它|剩下|剩余)(?:的|条目|各项)*(?:都|均|全部|全|给|打|为|是)*满分$/;
const ROW =
  /^(\d{1,2}|[一二三四五六七八九十]{1,3})\s*[-－‐‑‒–—―−]\s*(\d{1,2}|[一二三四五六七八九十]{1,3})(?![\d年月－-])[\s,，;；:：、.]*/;
/** 2。5, 2，5: a decimal point as an input method writes it. */
const DECIMAL = /^([-+]?\d+)[．。·，,](\d+)(?=$|[\s,，。;；:：分])/;
/** Digits, unless they count something (3名党员); Chinese numerals only as a whole word (一般 is no number). */
const POINTS =
  /^((?:\d+|[零〇一二三四五六七八九十两]+)\s*[分个]半|[-+]?\d+(?:\.\d+)?(?![\d.％%名个件次人户年月日项条处栋号幢楼层元米])|(?:[零〇一二三四五六七八九十两点]+|满分?)(?=[\s分,，。;；:：]|$))(?:\s*分)?(.*)$/s;
const SECTION =
  /^第?\s*([一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九]|\d{1,2})(?:\s*(?:部分|节|大项))?/;
/** What follows a section's number: a separator, digits or words that give points. */
const AFTER_SECTION = /^[\s,;:、。./|\d满]/;
/** What a row that knocks out takes. */
const VERDICT = /^(?:(通过)|否决|不通过)(?:[\s,，。；;：:、]+(.*))?$/su;
const SEPARATORS = /[\s,;:、。/|分]+/;

/**
 * Parses typed points: `一 4 4 4 5 3`, `3-5 4`, `1-2 3 理由`, `其余满分`, also several of them in one message: all are
 * recorded or none. Never throws.
 */
export function readScoreLine(rules: ScoreRules, typed: string): ScoreLine {
  const segments = scoreSegments(typed, (written) => rowOf(rules, written) !== undefined);
  const lines = segments.map((segment) => readSegment(rules, segment));
  const [only, second] = lines;
  if (only === undefined) return { kind: "none" };
  if (second === undefined) return only;
  return lines.every(({ kind }) => kind === "none") ? { kind: "none" } : together(segments, lines);
}

function readSegment(rules: ScoreRules, line: string): ScoreLine {
  const plain = plainAnswer(line);
  if (REST.test(plain.replaceAll(" ", ""))) return { kind: "rest" };
  const row = ROW.exec(line);
  return row ? readRow(rules, row, line.slice(row[0].length)) : readSection(rules, plain);
}

/** All or nothing: the first part that cannot be recorded is named, the others are offered. */
function together(segments: readonly string[], lines: readonly ScoreLine[]): ScoreLine {
  const entries = lines.flatMap((line) => (line.kind === "points" ? line.entries : []));
  const twice = entries.find(({ row }, at) => entries.findIndex((one) => one.row === row) < at);
  const wrong = lines.findIndex(({ kind }) => kind !== "points" && kind !== "rest");
  if (twice) return { kind: "retry", sentence: scorePhrases.twice(twice.row), rows: entries.map(({ row }) => row) };
  if (wrong < 0)
    return { kind: "points", entries, ...(lines.some(({ kind }) => kind === "rest") ? { rest: true } : {}) };
  const sentence = sentenceOf(lines[wrong], segments[wrong] ?? "");
  const refused = lines.flatMap((line) => (line.kind === "retry" ? (line.rows ?? []) : []));
  const rows = [...refused, ...entries.map(({ row }) => row)];
  if (entries.length === 0) return { kind: "retry", sentence, rows };
  const typed = showEntries(entries);
  return {
    kind: "retry",
    sentence: scorePhrases.readable(sentence, typed, entries.length),
    readable: { entries: entries.length, typed },
    rows,
  };
}

const sentenceOf = (line: ScoreLine | undefined, said: string): string => {
  if (line?.kind === "retry") return line.sentence;
  return line?.kind === "row" ? scorePhrases.noPoints(line.row) : scorePhrases.noRow(said);
};

/** Points as they can be sent again: 1-1 4；1-2 3 会议记录不全. */
export const showEntries = (entries: readonly ScoreEntry[]): string =>
  entries
    .map(({ row, points, knockedOut, reason }) => {
      const value = knockedOut === undefined ? String(points) : knockedOut ? "否决" : "通过";
      return [row, value, reason].filter((part) => part !== undefined).join(" ");
    })
    .join("；");

const idOf = (written: string): string =>
  written
    .split(/[-－‐‑‒–—―−]/)
    .map((part) => readWhole(part.trim()))
    .join("-");

const rowOf = ({ sections }: ScoreRules, written: string): ScoreRow | undefined =>
  sections.flatMap(({ rows }) => rows).find(({ id }) => id === idOf(written));

const list = (parts: readonly string[]): string => parts.join("、");

function readRow(rules: ScoreRules, match: RegExpExecArray, rest: string): ScoreLine {
  const id = idOf(`${match[1]}-${match[2]}`);
  const row = rowOf(rules, id);
  if (!row) {
    const ranges = rules.sections.map((section) => `${section.rows[0]?.id}至${section.rows.at(-1)?.id}`);
    return { kind: "retry", sentence: scorePhrases.unknownRow(id, list(ranges)) };
  }
  if (rest === "") return { kind: "row", row: id };
  const shared = readShared(rules, id, rest);
  if (shared) return shared;
  if (row.knocksOut) return readVerdictOf(id, rest);
  const [, number = "", after = ""] = POINTS.exec(rest.replace(GIVES, "").replace(DECIMAL, "$1.$2")) ?? [];
  const points = readPoints(number, row.maxPoints);
  const reason = cleanLine(after);
  if (REST_BEHIND.test(reason)) return { kind: "retry", sentence: scorePhrases.noRow(reason), rows: [id] };
  if (points === undefined || (reason !== "" && !/\p{L}/u.test(reason)))
    return { kind: "retry", sentence: scorePhrases.notPoints(rest, row), rows: [id] };
  if (!fitsPoints({ max: row.maxPoints, step: rules.step }, points))
    return { kind: "retry", sentence: scorePhrases.range(id, row.maxPoints, rules.step), rows: [id] };
  return { kind: "points", entries: [{ row: id, points, ...(reason === "" ? {} : { reason }) }] };
}

/** 1-1得4分, 1-1改为3 */
const GIVES = /^(?:得|给|打|评|改为|改成|应该是|应为|为|是)\s*/u;
/** 1-1满分其余0 */
const REST_BEHIND = /^(?:其余|其他|其它|剩下|剩余)[都均全各的]{0,2}\s*(?:满分|零分?|\d)/u;
const OTHER_ROW = new RegExp(`^(?<link>[\\s,，、和及与]*|\\s*[到至~]\\s*)(?<id>${ID})(?![\\d年月－-])`, "u");
const EACH = /^\s*(?:各|都|均|全部?)\s*/u;

/** 1-1、1-2各4分, 1-1至1-3都是4: the same points for each row; undefined if no other row is named. */
function readShared(rules: ScoreRules, first: string, said: string): ScoreLine | undefined {
  const rows = sections(rules);
  let [named, rest] = [[first], said];
  for (let match = OTHER_ROW.exec(rest); match?.groups; match = OTHER_ROW.exec(rest)) {
    const { link = "", id = "" } = match.groups;
    const [from, to] = [rows.indexOf(named.at(-1) ?? ""), rows.indexOf(idOf(id))];
    const isRange = /[到至~]/u.test(link);
    if (to < 0 || (isRange && to <= from)) return { kind: "retry", sentence: scorePhrases.noRow(id), rows: named };
    named = [...named, ...(isRange ? rows.slice(from + 1, to + 1) : [idOf(id)])];
    rest = rest.slice(match[0].length);
  }
  if (named.length === 1) return undefined;
  if (!EACH.test(rest)) return { kind: "retry", sentence: scorePhrases.noPoints(first), rows: named };
  const lines = named.map((id) => readScoreLine(rules, `${id} ${rest.replace(EACH, "")}`));
  return together(named, lines);
}

const sections = (rules: ScoreRules): string[] => rules.sections.flatMap(({ rows }) => rows.map(({ id }) => id));

/** 通过 or 否决: whether the row knocks out; undefined for other words. */
export function readVerdict(text: string): boolean | undefined {
  const verdict = VERDICT.exec(text);
  return verdict ? verdict[1] === undefined : undefined;
}

function readVerdictOf(row: string, rest: string): ScoreLine {
  const knockedOut = readVerdict(rest);
  if (knockedOut === undefined) return { kind: "retry", sentence: scorePhrases.verdict(row), rows: [row] };
  const reason = cleanLine(VERDICT.exec(rest)?.[2] ?? "");
  return { kind: "points", entries: [{ row, points: 0, knockedOut, ...(reason === "" ? {} : { reason }) }] };
}

/** After a Chinese numeral, the section must be complete; after a digit, an incomplete one is not a line of points. */
function readSection(rules: ScoreRules, text: string): ScoreLine {
  const match = SECTION.exec(text);
  const rest = text.slice(match?.[0].length ?? 0);
  const tokens = rest.split(SEPARATORS).filter((token) => token !== "");
  if (!match || !AFTER_SECTION.test(rest) || tokens.length === 0 || tokens.some((token) => !isPoints(token)))
    return { kind: "none" };
  const explicit = !/^\d+$/.test(match[0].trim());
  const section = rules.sections.find(({ id }) => id === String(readWhole(match[1] ?? "")));
  const values = section ? spread(section, tokens) : [];
  if (section && values.length === section.rows.length) return sectionPoints(rules, section, values);
  if (!explicit) return { kind: "none" };
  const numerals = list(rules.sections.map(({ numeral }) => numeral));
  const sentence = section
    ? scorePhrases.count(section, values.length)
    : scorePhrases.unknownSection(match[1] ?? "", numerals);
  return { kind: "retry", sentence, ...(section ? { rows: section.rows.map(({ id }) => id) } : {}) };
}

const isPoints = (token: string): boolean => readPoints(token, 0) !== undefined || readVerdict(token) !== undefined;

/** 满分 or 通过 alone applies to every row; digits without spaces are one per row if their number matches. */
function spread({ rows }: ScoreSection, tokens: readonly string[]): string[] {
  const [only = "", ...more] = tokens;
  if (more.length > 0) return [...tokens];
  if (/^(?:满分?|通过)$/.test(only)) return rows.map(() => only);
  const figures = [...only];
  return figures.length === rows.length && rows.every(({ maxPoints }) => maxPoints < 10) ? figures : [only];
}

function sectionPoints(rules: ScoreRules, section: ScoreSection, values: readonly string[]): ScoreLine {
  const entries: ScoreEntry[] = [];
  for (const [at, row] of section.rows.entries()) {
    const value = values[at] ?? "";
    const knockedOut = row.knocksOut ? readVerdict(value) : undefined;
    const rows = section.rows.map(({ id }) => id);
    if (row.knocksOut && knockedOut === undefined)
      return { kind: "retry", sentence: scorePhrases.verdict(row.id), rows };
    if (knockedOut !== undefined) {
      entries.push({ row: row.id, points: 0, knockedOut });
      continue;
    }
    const points = readPoints(value, row.maxPoints);
    if (points === undefined || !fitsPoints({ max: row.maxPoints, step: rules.step }, points))
      return { kind: "retry", sentence: scorePhrases.range(row.id, row.maxPoints, rules.step), rows };
    entries.push({ row: row.id, points });
  }
  return { kind: "points", section: section.id, entries };
}
