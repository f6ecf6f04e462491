import { anyOf, partsOfOne } from "./short-name.ts";

const NUMBER = "(\\d{1,2})\\s*[.、．:：)）]?\\s*";
const PART_NUMBERED = /^(?<who>\p{Script=Han}{2,20})\s*[-:：]?\s*(?<rank>\d{1,2})$/u;

/** 1 越秀 老小区改得好 2碧桂园满意度高: a line for each, with its whole name; other words as they stand. */
export function countedLines(typed: string, names: readonly string[]): string {
  if (typed.includes("\n") || !/^\s*1/u.test(typed)) return typed;
  const parts = partsOfOne(names).filter(([part]) => /^\p{Script=Han}{2,}/u.test(part));
  if (parts.length === 0) return typed;
  const any = anyOf(parts.map(([part]) => part));
  const called = `(${any})`;
  const pieces = typed.trim().split(new RegExp(`[\\s，,；;。]+(?=\\d{1,2}\\s*[.、．:：)）]?\\s*(?:${any}))`, "u"));
  const rows = pieces.map((piece) => new RegExp(`^${NUMBER}${called}(.*)$`, "su").exec(piece));
  const isCounted = rows.length > 1 && rows.every((row, at) => row !== null && Number(row[1]) === at + 1);
  if (!isCounted || rows.every((row) => (row?.[3] ?? "").trim() === "")) return typed;
  const whole = new Map(parts);
  return rows
    .map((row, at) =>
      `${at + 1}. ${whole.get(row?.[2] ?? "") ?? ""} ${(row?.[3] ?? "").replace(/^[\s:：，,—–-]+/u, "").trim()}`.trim(),
    )
    .join("\n");
}

/**
 * 越秀1 碧桂园2: each name with its place behind it. `isPlain`: they stand in that order, too. Undefined: it is no such
 * words, or the places are not counted from 1.
 */
export function placedNames(
  typed: string,
  names: readonly string[],
): { places: readonly number[]; isPlain: boolean } | undefined {
  const called = new Map(partsOfOne(names));
  const pieces = typed
    .trim()
    .split(/[\s，,；;、。]+/u)
    .filter((piece) => piece !== "");
  const rows = pieces.map((piece) => {
    const { who = "", rank = "" } = PART_NUMBERED.exec(piece)?.groups ?? {};
    return { at: names.indexOf(names.includes(who) ? who : (called.get(who) ?? "")), rank: Number(rank) };
  });
  const ranks = rows.map(({ rank }) => rank);
  const isEach =
    rows.length > 1 && rows.every(({ at }) => at >= 0) && new Set(rows.map(({ at }) => at)).size === rows.length;
  if (!isEach || ranks.toSorted((a, b) => a - b).some((rank, at) => rank !== at + 1)) return undefined;
  const places = rows.toSorted((one, other) => one.rank - other.rank).map(({ at }) => at);
  return { places, isPlain: ranks.every((rank, at) => rank === at + 1) };
}

/** 反过来, 换一下: two cases the other way round. */
export const TURNED =
  /^[嗯那，,\s]*(?:把|将)?(?:次序|顺序|两个|它们|他们)?(?:反过来|倒过来|反一下|倒一下|换一下|调换一?下?|对调一?下?|互换一?下?|颠倒一?下?|换过来|调过来)(?:次序|顺序|位置)?[吧了啊。]*$/u;
