import { setImmediate as nextTurn } from "node:timers/promises";

/** A few milliseconds of the longest work. */
const PIECE = 200;

/** Maps a long list in its order; after each piece, whatever came meanwhile has its turn. */
export async function mapInPieces<Item, Result>(all: readonly Item[], work: (one: Item) => Result): Promise<Result[]> {
  const results: Result[] = [];
  for (const one of all) {
    results.push(work(one));
    if (results.length % PIECE === 0) await nextTurn();
  }
  return results;
}
