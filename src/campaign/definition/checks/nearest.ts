import { distance } from "fastest-levenshtein";

/** Closest candidate with at most a third of its characters different and the same digits. */
export function nearestOf(word: string, known: readonly string[]): string | undefined {
  const numbers = digitsOf(word);
  const ranked = known
    .filter((candidate) => digitsOf(candidate) === numbers)
    .map((candidate) => ({ candidate, off: distance(word.toLowerCase(), candidate.toLowerCase()) }))
    .sort((a, b) => a.off - b.off);
  const [best] = ranked;
  return best && best.off <= Math.max(1, Math.floor(best.candidate.length / 3)) ? best.candidate : undefined;
}

const digitsOf = (word: string): string => word.replace(/\D+/g, " ").trim();
