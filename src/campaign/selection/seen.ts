import { meritPhrases as phrases } from "./phrases-merit.ts";
import type { Candidate, Choices, Seen, Shown } from "./selection.ts";
import type { SelectionWords } from "./words.ts";

/** How the candidates stand now, to be compared later, and which drafted reasons were taken. */
export const seenNow = (
  candidates: readonly Candidate[],
  { items }: Pick<Choices, "items">,
  drafted: ReadonlyMap<string, string>,
): Record<string, Seen> =>
  Object.fromEntries(
    candidates.map((one) => {
      const { applicationId: id } = one;
      const taken = drafted.get(id);
      const isTaken = taken !== undefined && items[id]?.reason === taken;
      return [id, { ...seenOf(one), ...(isTaken ? { drafted: taken } : {}) }];
    }),
  );

function seenOf({ merit, total }: Pick<Shown, "merit" | "total">): Seen {
  const ranked = merit?.basis === "city" ? merit.own : (merit?.corrected ?? total);
  return { total: ranked ?? null, rank: merit?.place?.rank ?? null };
}

/**
 * What has changed since the choices were last saved: points and places that rank, drafted reasons that were taken, and who
 * is on the lists.
 */
export function changedSince(
  { seen }: Pick<Choices, "seen">,
  candidates: readonly Candidate[],
  { words, drafted }: { words: SelectionWords; drafted: ReadonlyMap<string, string> },
): string[] {
  if (!seen) return [];
  const gone = Object.keys(seen).filter((id) => !candidates.some(({ applicationId }) => applicationId === id));
  const lines = candidates.flatMap((candidate) => {
    const [from, to] = [seen[candidate.applicationId], seenOf(candidate)];
    if (!from) return [phrases.seenNew(candidate.name)];
    const now = drafted.get(candidate.applicationId);
    const isOld = from.drafted !== undefined && now !== undefined && from.drafted !== now;
    return [
      ...(from.total === to.total && from.rank === to.rank ? [] : [phrases.seen(candidate.name, from, to)]),
      ...(isOld ? [phrases.draftedAnew(candidate.number, candidate.name, now)] : []),
    ];
  });
  return gone.length > 0 ? [...lines, phrases.seenGone(words, gone.length)] : lines;
}
