import type { AnswerValue } from "./answer.ts";

type Values = Readonly<Record<string, AnswerValue>>;

/** Values of one thing (a row of a table) as they were given out, as they came back, and as they are now. */
export interface ThreeWay {
  /** When the copy was made. */
  given: Values;
  /** In the copy that came back. A key that is missing was not written; an empty text takes the value away. */
  back: Values;
  now: Values;
}

/**
 * What the copy changes.
 * `same`: nothing is to be written. `kept`: only others changed it since; theirs stays. `changed`: only the copy did.
 * `conflict`: both did, to different values.
 */
export interface Compared {
  kind: "same" | "kept" | "changed" | "conflict";
  /** Keys whose value would be another one if the copy counts. */
  keys: readonly string[];
}

/** Compares a copy that came back with what is there now. Where one value of the thing is contested, the thing is. */
export function threeWay({ given, back, now }: ThreeWay): Compared {
  const at = (values: Values, key: string): AnswerValue => values[key] ?? "";
  const written = Object.keys(back).filter((key) => at(back, key) !== at(given, key));
  const keys = written.filter((key) => at(back, key) !== at(now, key));
  if (keys.length === 0) {
    const touched = Object.keys(back).some((key) => at(back, key) !== at(now, key));
    return { kind: touched ? "kept" : "same", keys: [] };
  }
  const isContested = keys.some((key) => at(now, key) !== at(given, key));
  return { kind: isContested ? "conflict" : "changed", keys };
}
