import { readPoints } from "./answers/parse-points.ts";
import { readWhole } from "./numerals.ts";
import { scorePhrases } from "./phrases.ts";
import { doubtPhrases } from "./score-doubt-phrases.ts";
import { inDoubt, showEntries } from "./score-readings.ts";
import { type ScoreLine, type ScoreRow, type ScoreRules, unfitPoints } from "./score-rules.ts";
import { NUMBER, REST_WORDS } from "./score-words.ts";

const GIVES = "(?:都|均|各|全|给|打|得|为|是)*";
const POINTS = "(?<points>\\d{1,2}(?:\\.\\d)?|[零〇一二三四五六七八九十两]+|满)";
/** 前三个4分: also without 都. */
const FIRST = new RegExp(`^(?<end>[前后])(?<count>${NUMBER}|两)[项条个题]${GIVES}${POINTS}分?[吧了]*$`, "u");
/** 1至3 满: rows of the page, or parts. */
const SPAN = new RegExp(`^第?(?<from>${NUMBER})[至到~～](?<to>${NUMBER})[项条个]?${GIVES}满分?[吧了]*$`, "u");
/** 剩下都是 3 */
const REST = new RegExp(`^${REST_WORDS}(?:的|条目|各[项条])*${GIVES}(?!满)${POINTS}分?[吧了]*$`, "u");

/** Rows that are counted and not named: what may be meant is asked. Undefined for other words. */
export function countedAsked(rules: ScoreRules, plain: string): ScoreLine | undefined {
  const said = plain.replaceAll(" ", "");
  const first = FIRST.exec(said)?.groups;
  if (first) return firstOf(rules, plain, first);
  const span = SPAN.exec(said)?.groups;
  if (span) return spanOf(rules, plain, span);
  const rest = REST.exec(said)?.groups;
  return rest && restOf(rules, plain, rest);
}

type Said = Record<string, string | undefined>;

const rowsOf = (rules: ScoreRules, ids: readonly string[]): ScoreRow[] =>
  rules.sections.flatMap(({ rows }) => rows).filter(({ id }) => ids.includes(id));

function firstOf(rules: ScoreRules, plain: string, { end, count = "", points = "" }: Said): ScoreLine {
  const number = readWhole(count) ?? 0;
  const items = rules.items ?? [];
  const ids = end === "前" ? items.slice(0, number) : items.slice(-number);
  const rows = rowsOf(rules, ids);
  if (number < 2 || rows.length !== number)
    return { kind: "retry", sentence: scorePhrases.whichItem(plain, undefined) };
  return asked(rules, rows, { plain, points });
}

/** Of several rows each is given the same, if each can have it. */
function asked(
  rules: ScoreRules,
  rows: readonly ScoreRow[],
  { plain, points }: { plain: string; points: string },
): ScoreLine {
  const ids = rows.map(({ id }) => id);
  const entries = rows.map((row) => ({ row: row.id, points: readPoints(points, row.maxPoints) ?? Number.NaN }));
  const unfit = rows.flatMap((row, at) => unfitPoints(rules, row, entries[at]?.points ?? Number.NaN) ?? []);
  if (unfit.length > 0) return { kind: "retry", sentence: unfit.join(""), rows: ids };
  return inDoubt(doubtPhrases.counted(plain), showEntries(entries), ids);
}

function spanOf(rules: ScoreRules, plain: string, { from = "", to = "" }: Said): ScoreLine | undefined {
  const [first, last] = [readWhole(from) ?? 0, readWhole(to) ?? 0];
  if (first < 1 || last <= first) return undefined;
  const items = rules.items ?? [];
  const rows = last > items.length ? [] : rowsOf(rules, items.slice(first - 1, last));
  const parts = rules.sections.slice(first - 1, last);
  const ofParts = last > rules.sections.length ? [] : parts.flatMap((part) => part.rows);
  const choices = [
    { label: doubtPhrases.fullRows(rows[0]?.id ?? "", rows.at(-1)?.id ?? ""), of: rows },
    { label: doubtPhrases.fullParts(parts[0]?.numeral ?? "", parts.at(-1)?.numeral ?? ""), of: ofParts },
  ].flatMap(({ label, of }) =>
    of.length === 0 || of.some(({ knocksOut }) => knocksOut)
      ? []
      : [{ label, typed: showEntries(of.map(({ id, maxPoints }) => ({ row: id, points: maxPoints }))) }],
  );
  if (choices.length === 0) return { kind: "retry", sentence: scorePhrases.whichItem(plain, rules.items) };
  return {
    kind: "retry",
    sentence: doubtPhrases.rowsOrParts(
      plain,
      choices.map(({ label }) => label),
    ),
    choices,
  };
}

/** One number for every row that has none yet. */
function restOf(rules: ScoreRules, plain: string, { points = "" }: Said): ScoreLine {
  const all = rules.sections.flatMap(({ rows }) => rows);
  const open = all.filter(({ id }) => !rules.given?.includes(id));
  const given = readPoints(points, undefined) ?? Number.NaN;
  const fits = open.every((row) => !row.knocksOut && unfitPoints(rules, row, given) === undefined);
  if (rules.given !== undefined && open.length > 0 && fits) return asked(rules, open, { plain, points });
  const [row, next] = all.filter((one) => !one.knocksOut && unfitPoints(rules, one, given) === undefined);
  const example = row && next ? `${row.id}至${next.id}都${given}` : undefined;
  return { kind: "retry", sentence: doubtPhrases.restWithPoints(plain, example), rows: [] };
}
