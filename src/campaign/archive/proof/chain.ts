import { GENESIS, sealHash } from "../../../platform/journal/seal.ts";
import type { JournalLine } from "./manifest.ts";

export interface ChainReport {
  /** Seals whose text is there and gives their hash. */
  proved: number;
  /** Seals whose text is withheld: their hash is taken as it stands. */
  withheld: number;
  /** Number of the first seal that does not follow from the one before. */
  brokenAt?: number;
  head: string;
}

/** Recomputes the journal's hash chain as its lines come. */
export function makeChain(): { add(line: JournalLine): void; report(): ChainReport } {
  let last = 0;
  let head = GENESIS;
  let proved = 0;
  let withheld = 0;
  let brokenAt: number | undefined;
  return {
    add({ number, entry, hash, text }) {
      const follows = number === last + 1 && (text === undefined || sealHash(head, { id: entry, text }) === hash);
      if (!follows) brokenAt ??= number;
      else if (text === undefined) withheld += 1;
      else proved += 1;
      last = number;
      head = hash;
    },
    report: () => ({ proved, withheld, head, ...(brokenAt === undefined ? {} : { brokenAt }) }),
  };
}
