import type { Parsed } from "../answer.ts";
import { askPhrases } from "./phrases.ts";

/**
 * Asks about an answer that has one reading with something left over, or several; undefined without any.
 * @param readings as displayed; each parses to the answer
 */
export function askBack(typed: string, readings: readonly string[], rest = ""): Parsed | undefined {
  const different = [...new Set(readings)];
  const [only, second] = different;
  if (only === undefined) return undefined;
  const retry = second === undefined ? askPhrases.more(typed, only, rest) : askPhrases.several(typed, different);
  return { ok: false, retry, readings: different };
}
