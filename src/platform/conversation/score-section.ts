import { fitsPoints, readPoints } from "./answers/parse-points.ts";
import { readWhole } from "./numerals.ts";
import { scorePhrases } from "./phrases.ts";
import { notApplicableWhy } from "./score-notes.ts";
import type { ScoreEntry, ScoreLine, ScoreRow, ScoreRules, ScoreSection } from "./score-rules.ts";
import { readVerdict } from "./score-verdict.ts";

const SECTION =
  /^第?\s*([一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九]|\d{1,2})(?:\s*(?:部分|节|大项))?/;
/** What follows a section's number: a separator, digits or words that give points. */
const AFTER_SECTION = /^[\s,;:、。./|\d满]/;
const SEPARATORS = /[\s,;:、。/|分]+/;

/** After a Chinese numeral, the section must be complete; after a digit, an incomplete one is not a line of points. */
export function readSection(rules: ScoreRules, text: string): ScoreLine {
  const match = SECTION.exec(text);
  const rest = text.slice(match?.[0].length ?? 0);
  const tokens = rest.split(SEPARATORS).filter((token) => token !== "");
  if (!match || !AFTER_SECTION.test(rest) || tokens.length === 0 || tokens.some((token) => !isPoints(token)))
    return { kind: "none" };
  const explicit = !/^\d+$/.test(match[0].trim());
  const section = rules.sections.find(({ id }) => id === String(readWhole(match[1] ?? "")));
  const values = section ? spread(section, tokens) : [];
  if (section && values.length === section.rows.length) return sectionPoints(rules, section, values);
  // As many numbers as the open section has rows: the first of them is points, too.
  const open = rules.sections.find(({ id }) => id === rules.open);
  if (open && /^[^第]$/u.test(match[0]) && tokens.length + 1 === open.rows.length)
    return sectionPoints(rules, open, [match[0], ...tokens]);
  if (!explicit) return { kind: "none" };
  const numerals = rules.sections.map((one) => one.numeral).join("、");
  const sentence = section
    ? scorePhrases.count(section, values.length)
    : scorePhrases.unknownSection(match[1] ?? "", numerals);
  return { kind: "retry", sentence, ...(section ? { rows: section.rows.map(({ id }) => id) } : {}) };
}

const isPoints = (token: string): boolean =>
  readPoints(token, 0) !== undefined || readVerdict(token) !== undefined || notApplicableWhy(token) === "";

/** 满分 or 通过 alone applies to every row; digits without spaces are one per row if their number matches. */
function spread({ rows }: ScoreSection, tokens: readonly string[]): string[] {
  const [only = "", ...more] = tokens;
  if (more.length > 0) return [...tokens];
  if (/^(?:满分?|通过)$/.test(only)) return rows.map(() => only);
  const figures = [...only];
  return figures.length === rows.length && rows.every(({ maxPoints }) => maxPoints < 10) ? figures : [only];
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
  const fits = points !== undefined && fitsPoints({ max: row.maxPoints, step: rules.step }, points);
  return fits ? { row: row.id, points } : scorePhrases.range(row.id, row.maxPoints, rules.step);
}
