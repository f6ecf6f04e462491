import type { AnswerContext } from "../answer.ts";
import type { Detail } from "../field.ts";
import { findDate } from "./find-date.ts";

const EDGES = /^[\s,;:，；：、。]+|[\s,;:，；：、。]+$/g;

/** Without surrounding separators and unmatched brackets. */
export function trimmed(text: string): string {
  const bare = text.replaceAll(EDGES, "");
  const opened = /^[（(]/.test(bare) && !/[）)]/.test(bare);
  const closed = /[）)]$/.test(bare) && !/[（(]/.test(bare);
  if (!opened && !closed) return bare;
  return trimmed(opened ? bare.slice(1) : bare.slice(0, -1));
}

/**
 * Extracts details from a text: dates in order, and the remaining words.
 * @param asked the missing details
 * @param alone whether the text answers the question for the first of them; if that is a date, it must contain one
 */
export function readDetails(
  asked: readonly Detail[],
  text: string,
  { alone, ...when }: Pick<AnswerContext, "today" | "year"> & { alone: boolean },
): Record<string, string> {
  let rest = text;
  const read: Record<string, string> = {};
  for (const { key } of asked.filter(({ kind }) => kind === "date")) {
    const found = findDate(rest, when);
    if (!found) break;
    read[key] = found.date;
    const around = [found.before, found.after].map(trimmed);
    rest = around.filter((part) => part !== "").join(" ");
  }
  const first = asked[0];
  if (alone && first?.kind === "date" && read[first.key] === undefined) return {};
  const words = trimmed(rest);
  const open = asked.find(({ kind }) => kind === "text");
  if (open && /[\p{L}\p{N}]/u.test(words)) read[open.key] = words;
  return read;
}
