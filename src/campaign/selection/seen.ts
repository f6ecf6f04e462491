import { meritPhrases as phrases } from "./phrases-merit.ts";
import type { Candidate, Choices, Seen, Shown } from "./selection.ts";
import type { SelectionWords } from "./words.ts";

/** How the candidates stand now, to be compared later. */
export const seenNow = (candidates: readonly Candidate[]): Record<string, Seen> =>
  Object.fromEntries(candidates.map((one) => [one.applicationId, seenOf(one)]));

function seenOf({ merit, total }: Pick<Shown, "merit" | "total">): Seen {
  const ranked = merit?.basis === "city" ? merit.own : (merit?.corrected ?? total);
  return { total: ranked ?? null, rank: merit?.place?.rank ?? null };
}

/** What has changed since the choices were last saved: points and places that rank, and who is on the lists. */
export function changedSince(
  { seen }: Pick<Choices, "seen">,
  candidates: readonly Candidate[],
  words: SelectionWords,
): string[] {
  if (!seen) return [];
  const gone = Object.keys(seen).filter((id) => !candidates.some(({ applicationId }) => applicationId === id));
  const lines = candidates.flatMap((candidate) => {
    const [from, to] = [seen[candidate.applicationId], seenOf(candidate)];
    if (!from) return [phrases.seenNew(candidate.name)];
    return from.total === to.total && from.rank === to.rank ? [] : [phrases.seen(candidate.name, from, to)];
  });
  return gone.length > 0 ? [...lines, phrases.seenGone(words, gone.length)] : lines;
}
