import { distance } from "fastest-levenshtein";

/** The word that was probably meant: no more than a third of it is spelled otherwise, and none of its numbers. */
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
