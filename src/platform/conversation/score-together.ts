import { scorePhrases } from "./phrases.ts";
import { withoutDoubtful, withoutRepeated } from "./score-corrected.ts";
import { asReading, showEntries } from "./score-readings.ts";
import type { ScoreEntry, ScoreLine, ScoreRules } from "./score-rules.ts";
import { retryOf } from "./score-shared.ts";
import { rowIn } from "./score-table.ts";

/** All or nothing: what cannot be recorded is named part by part, the rest is offered. */
export function together(rules: ScoreRules, segments: readonly string[], lines: readonly ScoreLine[]): ScoreLine {
  const all = lines.flatMap((line) =>
    line.kind === "points" ? line.entries : line.kind === "retry" ? (line.good ?? []) : [],
  );
  const read = withOwnReasons(rules, withoutRepeated(all));
  const rows = read.map(({ row }) => row);
  const twice = [...new Set(rows.filter((row, at) => rows.indexOf(row) < at))];
  if (twice.length > 0)
    return { kind: "retry", sentence: scorePhrases.twice(twice.join("、")), rows: [...new Set(rows)] };
  const isRest = lines.some((line) => line.kind === "rest" || (line.kind === "points" && line.rest));
  const wrong = lines.flatMap((line, at): Retry[] =>
    line.kind === "points" || line.kind === "rest" ? [] : [retryOf(line, segments[at] ?? "")],
  );
  if (wrong.length === 0) return { kind: "points", entries: read, ...(isRest ? { rest: true } : {}) };
  const whole = isRest ? withRest(lines, wrong) : undefined;
  if (whole) return whole;
  const unread = lines.map((line, at) => ({ words: segments[at] ?? "", line }));
  const { entries, sentence } = withoutDoubtful(rules, read, unread);
  return shown(sentence === "" ? wrong : [...wrong, { kind: "retry", sentence }], entries, isRest);
}

/** 四 3 2 3 3 2 3 2；4-2漏了: points and the reason of a row, said apart, are one. */
function withOwnReasons(rules: ScoreRules, entries: readonly ScoreEntry[]): readonly ScoreEntry[] {
  const alone = entries.filter(
    ({ row, reason, ...rest }) => reason && Object.values(rest).every((value) => value === undefined),
  );
  const reasonOf = ({ row, points, reason, ...rest }: ScoreEntry): ScoreEntry | undefined => {
    const isBare = reason === undefined && Object.values(rest).every((value) => value === undefined);
    const isBelow = points !== undefined && points !== rowIn(rules, row)?.maxPoints;
    const [own, second] = isBare && isBelow ? alone.filter((one) => one.row === row) : [];
    return second ? undefined : own;
  };
  const used = new Set(entries.flatMap((entry) => reasonOf(entry) ?? []));
  return entries.flatMap((entry) => {
    const own = reasonOf(entry);
    return own ? [{ ...entry, ...own }] : used.has(entry) ? [] : [entry];
  });
}

/** 3-6扣一分；其余满分: where each doubt has one reading, all of it is one. */
function withRest(lines: readonly ScoreLine[], wrong: readonly Retry[]): Retry | undefined {
  const isOne = wrong.every(
    ({ readable, readings = [], choices = [], good = [] }) =>
      readable?.doubtful && readings.length + choices.length + good.length === 0,
  );
  if (!isOne) return undefined;
  const parts = lines.flatMap((line) =>
    line.kind === "points" ? showEntries(line.entries) : line.kind === "retry" ? (line.readable?.typed ?? []) : [],
  );
  const rows = lines.flatMap((line) =>
    line.kind === "points" ? line.entries.map(({ row }) => row) : line.kind === "retry" ? (line.rows ?? []) : [],
  );
  if (new Set(rows).size < rows.length) return undefined;
  const typed = [...parts, scorePhrases.rest()].join("；");
  const readable = { entries: parts.length + 1, typed, doubtful: true as const };
  // Alone each would be on a button of its own.
  const said = wrong
    .map(({ sentence, readable: own }) =>
      sentence.replace(scorePhrases.mayMean("", own?.typed ?? "", own?.entries ?? 1), ""),
    )
    .join("");
  return { kind: "retry", sentence: scorePhrases.mayMean(said, typed, parts.length + 1), readable, rows };
}

type Retry = Extract<ScoreLine, { kind: "retry" }>;

/** The refusal as it is shown. */
export function shown(wrong: readonly Retry[], good: readonly ScoreEntry[], isRest = false): Retry {
  const isBeside = wrong.length > 1 || good.length > 0;
  const sentence =
    wrong.map((one) => (isBeside ? asReading(one) : one.sentence)).join("") + (isRest ? scorePhrases.restWaits() : "");
  const rows = [...new Set([...wrong.flatMap((one) => one.rows ?? []), ...good.map(({ row }) => row)])];
  const [only, second] = wrong;
  const doubtful = [
    ...(isBeside ? wrong.flatMap(({ readable }) => readable?.typed ?? []) : []),
    ...wrong.flatMap((one) => one.readings ?? []),
  ];
  const choices = wrong.flatMap((one) => one.choices ?? []);
  const offers = {
    ...(doubtful.length > 0 ? { readings: doubtful } : {}),
    ...(choices.length > 0 ? { choices } : {}),
  };
  const apart = second && { apart: wrong.map((one) => ({ sentence: asReading(one), rows: one.rows ?? [] })) };
  const refusal = { kind: "retry" as const, sentence, ...apart, ...(rows.length > 0 ? { rows } : {}), ...offers };
  if (good.length === 0) return { ...refusal, ...(only?.readable && !second ? { readable: only.readable } : {}) };
  const typed = showEntries(good);
  const readable = { entries: good.length, typed };
  return {
    ...refusal,
    unread: sentence,
    sentence: scorePhrases.readable(sentence, typed, good.length),
    readable,
    rows,
  };
}
