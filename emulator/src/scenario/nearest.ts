import { distance as editDistance } from "fastest-levenshtein";

/** The one of the words that is written most alike; of two equally alike, the one that holds what was written. */
export function nearest(word: string, words: readonly string[]): string | undefined {
  const ranked = words.map((known) => ({
    known,
    distance: editDistance(word, known) - (known.includes(word) ? 0.5 : 0),
  }));
  return ranked.sort((one, other) => one.distance - other.distance)[0]?.known;
}
