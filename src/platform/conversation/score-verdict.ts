import { scorePhrases } from "./phrases.ts";
import { cleanLine } from "./plain.ts";
import type { ScoreLine } from "./score-rules.ts";

/** What a row that knocks out takes. */
const VERDICT = /^(?:(通过)|否决|不通过)(?:[\s,，。；;：:、]+(.*))?$/su;

/** 通过 or 否决: whether the row knocks out; undefined for other words. */
export function readVerdict(text: string): boolean | undefined {
  const verdict = VERDICT.exec(text);
  return verdict ? verdict[1] === undefined : undefined;
}

/** The reason behind 通过 or 否决. */
export const verdictReason = (text: string): string => cleanLine(VERDICT.exec(text)?.[2] ?? "");

/** What is said of a row that knocks out. */
export function readVerdictOf(row: string, rest: string): ScoreLine {
  const knockedOut = readVerdict(rest);
  if (knockedOut === undefined) return { kind: "retry", sentence: scorePhrases.verdict(row), rows: [row] };
  const reason = verdictReason(rest);
  return { kind: "points", entries: [{ row, points: 0, knockedOut, ...(reason === "" ? {} : { reason }) }] };
}
