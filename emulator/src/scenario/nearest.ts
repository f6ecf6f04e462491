import { distance as editDistance } from "fastest-levenshtein";

/** The word with the smallest edit distance; of two equal ones, the one that contains the input. */
export function nearest(word: string, words: readonly string[]): string | undefined {
  const ranked = words.map((known) => ({
    known,
    distance: editDistance(word, known) - (known.includes(word) ? 0.5 : 0),
  }));
  return ranked.sort((one, other) => one.distance - other.distance)[0]?.known;
}
