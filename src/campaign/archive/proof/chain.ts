import { GENESIS, sealHash } from "../../../platform/journal/seal.ts";
import type { Edition, JournalLine } from "./manifest.ts";

export interface ChainReport {
  /** Seals whose text is there and gives their hash. */
  proved: number;
  /** Seals whose text the edition withholds: their hash is taken as it stands. */
  withheld: Readonly<Record<NonNullable<JournalLine["withheld"]>, number>>;
  /** Numbers of seals that are not there, and of those without a text that the edition should hold. */
  missing: readonly number[];
  /** Number of the first seal that does not follow from the one before. */
  brokenAt?: number;
  head: string;
}

/** So many are named. */
const MOST_NAMED = 50;

/** Recomputes the journal's hash chain as its lines come. 存档本 withholds only what is another campaign's. */
export function makeChain(edition: Edition): { add(line: JournalLine): void; report(): ChainReport } {
  let last = 0;
  let head = GENESIS;
  let proved = 0;
  const withheld = { other: 0, masked: 0 };
  const missing: number[] = [];
  let brokenAt: number | undefined;
  return {
    add({ number, entry, hash, text, withheld: why }) {
      if (number < 1) {
        // A line that cannot be read: what follows it is compared with the one before.
        brokenAt ??= last + 1;
        return;
      }
      for (let gone = last + 1; gone < number && missing.length < MOST_NAMED; gone += 1) missing.push(gone);
      const follows = number === last + 1 && (text === undefined || sealHash(head, { id: entry, text }) === hash);
      if (!follows) brokenAt ??= number;
      else if (text !== undefined) proved += 1;
      else if (why === "other" || (why === "masked" && edition === "use")) withheld[why] += 1;
      else {
        missing.push(number);
        brokenAt ??= number;
      }
      last = number;
      head = hash;
    },
    report: () => ({ proved, withheld, missing, head, ...(brokenAt === undefined ? {} : { brokenAt }) }),
  };
}
