import { cleanLine } from "./plain.ts";
import { doubtPhrases } from "./score-doubt-phrases.ts";
import { inDoubt, showEntries } from "./score-readings.ts";
import { rowIdOf, type ScoreEntry, type ScoreLine, type ScoreRules, unfitPoints } from "./score-rules.ts";
import { rowIn } from "./score-table.ts";
import { ID, SAME, UNCHANGED } from "./score-words.ts";

const OF_ROWS = new RegExp(
  `^(?<rows>${ID}(?:[\\s,，、和及与]*${ID})*)[\\s:：,，]*(?:也|都|还是|还|就)*(?:(?<same>${SAME})|(?<unchanged>${UNCHANGED}))[吧了的。.]*$`,
  "u",
);

/**
 * 1-1 4，1-2 1-3同上: as the row before it, to be asked about; 2-4不变 changes nothing. Undefined for other segments.
 * @param before the segment in front
 */
export function pointsAsBefore(
  rules: ScoreRules,
  segment: string,
  before: ScoreLine | undefined,
): Extract<ScoreLine, { kind: "retry" }> | undefined {
  const { rows: written = "", same, unchanged } = OF_ROWS.exec(cleanLine(segment))?.groups ?? {};
  const ids = [...written.matchAll(new RegExp(ID, "gu"))].map(([id]) => rowIdOf(id));
  const rows = ids.flatMap((id) => rowIn(rules, id) ?? []);
  if (ids.length === 0 || rows.length < ids.length) return undefined;
  const names = ids.join("、");
  if (unchanged !== undefined) {
    const isGiven = ids.every((id) => rules.given?.includes(id));
    return { kind: "retry", sentence: doubtPhrases.unchanged(names, unchanged, isGiven), rows: ids };
  }
  const above = before?.kind === "points" ? before.entries.at(-1) : undefined;
  if (same === undefined || above?.points === undefined) return undefined;
  const { points, reason } = above;
  const unfit = rows.flatMap((row) => unfitPoints(rules, row, points) ?? []);
  if (unfit.length > 0) return { kind: "retry", sentence: unfit.join(""), rows: ids };
  const entries = ids.map((row): ScoreEntry => ({ row, points, ...(reason === undefined ? {} : { reason }) }));
  return {
    ...{ kind: "retry", sentence: doubtPhrases.asBefore(names, same), rows: ids },
    readable: { entries: entries.length, typed: showEntries(entries), doubtful: true },
    asBefore: true,
  };
}

/** …都是会议少: behind several rows it may be of each that has none. */
const OF_EACH = /^(?:理由|原因)?[:：]?(?:都|均)(?:是|为|是?因为?|是?由于)[，,\s]*(?=\p{Script=Han}{2})/u;

/** The rows with the reason that may be shared; undefined where none is. */
function sharedReason(
  rules: ScoreRules,
  entries: readonly ScoreEntry[],
): { entries: ScoreEntry[]; said: string } | undefined {
  const said = entries.at(-1)?.reason ?? "";
  const lead = OF_EACH.exec(said)?.[0];
  const isReduced = ({ row, points }: ScoreEntry): boolean =>
    points !== undefined && points < (rowIn(rules, row)?.maxPoints ?? 0);
  const without = entries.slice(0, -1).filter((one) => isReduced(one) && one.reason === undefined);
  if (lead === undefined || without.length === 0) return undefined;
  const reason = said.slice(lead.length);
  const isOf = (one: ScoreEntry): boolean => without.includes(one) || one === entries.at(-1);
  return { entries: entries.map((one) => (isOf(one) ? { ...one, reason } : one)), said };
}

/** 同上, or one reason behind several rows: all of it was read, and is asked about as a whole. */
export function wholeInDoubt(rules: ScoreRules, lines: readonly ScoreLine[]): ScoreLine | undefined {
  const entries = lines.flatMap((line) => (line.kind === "points" ? line.entries : []));
  const doubts = lines.filter((line) => line.kind === "retry");
  if (lines.some((line) => line.kind !== "points" && line.kind !== "retry")) return undefined;
  const shared = doubts.length === 0 ? sharedReason(rules, entries) : undefined;
  if (shared)
    return inDoubt(doubtPhrases.sharedReason(shared.said), showEntries(shared.entries), rowsOf(shared.entries));
  if (doubts.length === 0 || !doubts.every(({ asBefore }) => asBefore)) return undefined;
  const parts = lines.map((line) => (line.kind === "points" ? showEntries(line.entries) : readableOf(line)));
  const rows = lines.flatMap((line) => (line.kind === "points" ? rowsOf(line.entries) : rowsRefused(line)));
  return new Set(rows).size < rows.length
    ? undefined
    : inDoubt(doubts.map(({ sentence }) => sentence).join(""), parts.join("；"), rows);
}

const rowsOf = (entries: readonly ScoreEntry[]): string[] => entries.map(({ row }) => row);
const readableOf = (line: ScoreLine): string => (line.kind === "retry" ? (line.readable?.typed ?? "") : "");
const rowsRefused = (line: ScoreLine): readonly string[] => (line.kind === "retry" ? (line.rows ?? []) : []);
