import { scorePhrases } from "./phrases.ts";
import { withoutDoubtful, withoutRepeated } from "./score-corrected.ts";
import { asReading, showEntries } from "./score-readings.ts";
import type { ScoreEntry, ScoreLine, ScoreRules } from "./score-rules.ts";
import { retryOf } from "./score-shared.ts";

/** All or nothing: what cannot be recorded is named part by part, the rest is offered. */
export function together(rules: ScoreRules, segments: readonly string[], lines: readonly ScoreLine[]): ScoreLine {
  const read = withoutRepeated(
    lines.flatMap((line) => (line.kind === "points" ? line.entries : line.kind === "retry" ? (line.good ?? []) : [])),
  );
  const twice = read.find(({ row }, at) => read.findIndex((one) => one.row === row) < at);
  if (twice) return { kind: "retry", sentence: scorePhrases.twice(twice.row), rows: read.map(({ row }) => row) };
  const isRest = lines.some((line) => line.kind === "rest" || (line.kind === "points" && line.rest));
  const wrong = lines.flatMap((line, at): Retry[] =>
    line.kind === "points" || line.kind === "rest" ? [] : [retryOf(line, segments[at] ?? "")],
  );
  if (wrong.length === 0) return { kind: "points", entries: read, ...(isRest ? { rest: true } : {}) };
  const unread = lines.map((line, at) => ({ words: segments[at] ?? "", line }));
  const { entries, sentence } = withoutDoubtful(rules, read, unread);
  return shown(sentence === "" ? wrong : [...wrong, { kind: "retry", sentence }], entries, isRest);
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
