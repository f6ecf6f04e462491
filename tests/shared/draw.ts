/** mulberry32: the same numbers in [0, 1) for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Everything that a simulation leaves to chance. */
export interface Draw {
  /** A whole number from 0, below the limit. */
  below(limit: number): number;
  of<Item>(items: readonly Item[]): Item;
  chance(probability: number): boolean;
  shuffled<Item>(items: readonly Item[]): Item[];
}

export function drawBy(seed: number): Draw {
  const random = seeded(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  return {
    below,
    of(items) {
      if (items.length === 0) throw new Error("nothing to draw from");
      return items[below(items.length)] as (typeof items)[number];
    },
    chance: (probability) => random() < probability,
    shuffled(items) {
      const left = [...items];
      for (let at = left.length - 1; at > 0; at--) {
        const other = below(at + 1);
        const [one, two] = [left[at], left[other]];
        if (one !== undefined && two !== undefined) [left[at], left[other]] = [two, one];
      }
      return left;
    },
  };
}
