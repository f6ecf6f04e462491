import { readPoints } from "./answers/parse-points.ts";
import { readWhole } from "./numerals.ts";
import { scorePhrases } from "./phrases.ts";
import { notApplicableWhy } from "./score-notes.ts";
import {
  exampleRow,
  type ScoreEntry,
  type ScoreLine,
  type ScoreRow,
  type ScoreRules,
  type ScoreSection,
  unfitPoints,
} from "./score-rules.ts";
import { readVerdict } from "./score-verdict.ts";

const SECTION =
  /^第?\s*([一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九]|\d{1,2})(?:\s*(?:部分|节|大项))?/;
/** What follows a section's number: a separator, digits or words that give points. */
const AFTER_SECTION = /^[\s,;:、。./|\d满]/;
const SEPARATORS = /[\s,;:、。/|+分]+/;

const VALUES = /^(?:(?:\d+(?:\.\d+)?|[零〇一二三四五六七八九十两]+|满)分?半?[\s,;:、。/|+]*)+$/u;
const ONES = /^[零〇一二三四五六七八九两]+$/u;

/** Whether a text is nothing but points. */
export const isValues = (text: string): boolean => VALUES.test(text);

/**
 * After a Chinese numeral, the section must be complete; after a digit, an incomplete one is not a line of points. Points
 * without a section are those of the open one if their number is its own, else asked about.
 */
export function readSection(rules: ScoreRules, text: string): ScoreLine {
  const { values, words = "" } = WITH_WORDS.exec(text)?.groups ?? {};
  const alone = values === undefined ? undefined : readPart(rules, values);
  if (alone?.kind !== "points") return readPart(rules, text);
  const rows = alone.entries.map(({ row }) => row);
  return { kind: "retry", sentence: scorePhrases.noRow(words), rows, good: alone.entries };
}

/** 四 3 3 2 3 3 3 2 宣传少: of which row the words are is not said. */
const WITH_WORDS =
  /^(?<values>第?[一二三四五六七八九十]{1,2}(?:部分)?[\s:、]+\d[\d\s,、.;分]*?)[\s,，;；（(]+(?<words>\p{Script=Han}{2,}.*?)[)）]?$/u;

function readPart(rules: ScoreRules, text: string): ScoreLine {
  const match = SECTION.exec(text);
  const rest = text.slice(match?.[0].length ?? 0);
  const tokens = tokensOf(rest);
  if (!match || !AFTER_SECTION.test(rest) || tokens.length === 0 || tokens.some((token) => !isPoints(token)))
    return inTurn(rules, text);
  const explicit = !/^\d+$/.test(match[0].trim());
  const section = rules.sections.find(({ id }) => id === String(readWhole(match[1] ?? "")));
  const values = section ? spread(section, tokens) : [];
  if (section && values.length === section.rows.length) return sectionPoints(rules, section, values);
  const alone = !explicit || /^[^第]$/u.test(match[0]) ? ofOpen(rules, text) : undefined;
  // 一 44 4 4: the numeral of the part is none of its points.
  const isRun = explicit && tokens.some((token) => /^\d{2,}$/u.test(token));
  if (alone && (!isRun || alone.kind === "points")) return alone;
  if (!explicit) return inTurn(rules, text);
  const numerals = rules.sections.map((one) => one.numeral).join("、");
  const sentence = section
    ? scorePhrases.count(section, values.length)
    : scorePhrases.unknownSection(match[1] ?? "", numerals);
  return { kind: "retry", sentence, ...(section ? { rows: section.rows.map(({ id }) => id) } : {}) };
}

const tokensOf = (text: string): string[] => text.split(SEPARATORS).filter((token) => token !== "");

/** Points without a section, as many as the open one has rows. */
function ofOpen(rules: ScoreRules, text: string): ScoreLine | undefined {
  // 满 answers the row that is asked for, and no other.
  if (WHOLE.test(text)) return undefined;
  const open = rules.sections.find(({ id }) => id === rules.open);
  const values = open && VALUES.test(text) ? spread(open, tokensOf(text)) : [];
  return open && values.length > 1 && values.length === open.rows.length
    ? sectionPoints(rules, open, values)
    : undefined;
}

/** Points without their rows: from the open row on, if that is meant. */
function inTurn(rules: ScoreRules, text: string): ScoreLine {
  const alone = ofOpen(rules, text);
  const values = VALUES.test(text) ? tokensOf(text) : [];
  // 三分半 is one figure, of the row that is asked for.
  if (alone || values.length < 2 || readPoints(text, 0) !== undefined) return alone ?? { kind: "none" };
  const all = rules.sections.flatMap(({ rows }) => rows);
  const from = all.findIndex(({ id }) => id === rules.at);
  const most = Math.max(...all.map(({ maxPoints }) => maxPoints));
  if (from < 0 || values.some((value) => (readPoints(value, 0) ?? 0) > most)) return { kind: "none" };
  const rows = all.slice(from, from + values.length);
  const entries = rows
    .map((row, at) => pointsOf(rules, row, values[at] ?? ""))
    .filter((one) => typeof one !== "string");
  if (entries.length !== values.length)
    return {
      kind: "retry",
      sentence: scorePhrases.inTurn(values.length) + scorePhrases.eachRow(all[from] ?? exampleRow(rules)),
    };
  const typed = entries.map(({ row, points }) => `${row} ${points}`).join("；");
  return {
    kind: "retry",
    sentence: scorePhrases.mayMean(scorePhrases.inTurn(values.length), typed, values.length),
    rows: rows.map(({ id }) => id),
    readable: { entries: values.length, typed, doubtful: true },
  };
}

const isPoints = (token: string): boolean =>
  readPoints(token, 0) !== undefined || readVerdict(token) !== undefined || notApplicableWhy(token) === "";

const WHOLE = /^(?:满分?|通过)$/u;

/** 满分 or 通过 behind the number of a part applies to every row; digits without spaces are one per row if their number matches. */
function spread({ rows }: ScoreSection, tokens: readonly string[]): string[] {
  const [only = "", ...more] = tokens;
  const joined = tokens.join("");
  // 44 4 4 3: the blanks are where the hand paused.
  const isRun =
    more.length > 0 && tokens.length < rows.length && /^\d+$/u.test(joined) && joined.length === rows.length;
  if (isRun && rows.every(({ maxPoints }) => maxPoints < 10)) return [...joined];
  if (more.length > 0) return [...tokens];
  if (WHOLE.test(only)) return rows.map(() => only);
  const isEach = ONES.test(only) || (/^\d+$/.test(only) && only.length === rows.length);
  return isEach && rows.every(({ maxPoints }) => maxPoints < 10) ? [...only] : [only];
}

function sectionPoints(rules: ScoreRules, section: ScoreSection, values: readonly string[]): ScoreLine {
  const read = section.rows.map((row, at) => pointsOf(rules, row, values[at] ?? ""));
  const entries = read.flatMap((one) => (typeof one === "string" ? [] : [one]));
  const wrong = read.filter((one) => typeof one === "string");
  if (wrong.length === 0) return { kind: "points", section: section.id, entries };
  return { kind: "retry", sentence: wrong.join(""), rows: section.rows.map(({ id }) => id), good: entries };
}

/** What the row is given, or why it cannot be recorded. */
function pointsOf(rules: ScoreRules, row: ScoreRow, value: string): ScoreEntry | string {
  const knockedOut = row.knocksOut ? readVerdict(value) : undefined;
  if (knockedOut !== undefined) return { row: row.id, points: 0, knockedOut };
  if (notApplicableWhy(value) === "") return { row: row.id, notApplicable: true };
  if (row.knocksOut) return scorePhrases.verdict(row.id);
  const points = readPoints(value, row.maxPoints);
  if (points === undefined) return scorePhrases.range(row.id, row.maxPoints, rules.step);
  return unfitPoints(rules, row, points) ?? { row: row.id, points };
}
