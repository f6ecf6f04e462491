/** A stretch of the cleaned text, `from` inclusive, `to` exclusive. */
export interface Span {
  from: number;
  to: number;
}

/**
 * What a reader makes of words. Nothing of what was said is dropped: what no span covers and no rule ignores makes the
 * reader ask back or refuse.
 */
export type Reading<Value> =
  /** `spans`: the parts of the text that the value stands for. */
  | { kind: "read"; value: Value; spans: readonly Span[] }
  /** More than one reading, or one that leaves something over. Each is shown on a button and reads as it stands. */
  | { kind: "askBack"; readings: readonly string[] }
  | { kind: "refused" };

export const refused = { kind: "refused" } as const;

/** The text without the given spans: what they do not cover. */
export function uncovered(text: string, spans: readonly Span[]): string {
  let [rest, at] = ["", 0];
  for (const { from, to } of [...spans].sort((a, b) => a.from - b.from)) {
    rest += `${text.slice(at, Math.max(at, from))} `;
    at = Math.max(at, to);
  }
  return `${rest}${text.slice(at)}`.replaceAll(/\s+/g, " ").trim();
}
