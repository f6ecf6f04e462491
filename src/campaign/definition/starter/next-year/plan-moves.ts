/** What became of a line of last year's plan: its place in the new one, what it says there now, or nothing. */
export type LineMove =
  | { kind: "same"; to: number }
  | { kind: "moved"; to: number }
  | { kind: "changed"; to: number; text: string }
  | { kind: "gone" };

/** So alike, of 1, that a line is the other with changes. */
const ALIKE = 0.5;

/**
 * Compares two plans line by line. Lines count from 1; blanks within a line are nothing.
 * @returns by the line's number in the old plan
 */
export function planMoves(before: readonly string[], after: readonly string[]): ReadonlyMap<number, LineMove> {
  const pairs = commonLines(before.map(plain), after.map(plain));
  const moves = new Map<number, LineMove>();
  let from = 0;
  let to = 0;
  for (const [old, now] of [...pairs, [before.length, after.length] as const]) {
    for (const [line, move] of changedBetween({ before, after }, { from, old, to, now })) moves.set(line, move);
    if (old < before.length) moves.set(old + 1, { kind: old === now ? "same" : "moved", to: now + 1 });
    from = old + 1;
    to = now + 1;
  }
  return moves;
}

/** Lines of the new plan that no line of the old one became. */
export function addedLines(moves: ReadonlyMap<number, LineMove>, after: readonly string[]): number[] {
  const taken = new Set([...moves.values()].flatMap((move) => (move.kind === "gone" ? [] : [move.to])));
  return after.flatMap((line, at) => (taken.has(at + 1) || plain(line) === "" ? [] : [at + 1]));
}

const plain = (line: string): string => line.normalize("NFKC").replaceAll(/\s+/gu, "");

/** Between two pairs of equal lines, in order: each old line is the next new one that is like it, or gone. */
function* changedBetween(
  { before, after }: { before: readonly string[]; after: readonly string[] },
  { from, old, to, now }: { from: number; old: number; to: number; now: number },
): Generator<[number, LineMove]> {
  let next = to;
  for (let line = from; line < old; line += 1) {
    const found = indexOfLike(before[line] ?? "", after, { from: next, until: now });
    if (found === undefined) yield [line + 1, { kind: "gone" }];
    else {
      yield [line + 1, { kind: "changed", to: found + 1, text: after[found] ?? "" }];
      next = found + 1;
    }
  }
}

function indexOfLike(
  line: string,
  after: readonly string[],
  { from, until }: { from: number; until: number },
): number | undefined {
  for (let at = from; at < until; at += 1) if (likeness(plain(line), plain(after[at] ?? "")) >= ALIKE) return at;
  return undefined;
}

/** Of 1: how many pairs of neighbouring signs two lines share (Dice). */
export function likeness(one: string, other: string): number {
  if (one === other) return 1;
  const left = new Map<string, number>();
  for (const pair of pairsOf(one)) left.set(pair, (left.get(pair) ?? 0) + 1);
  let shared = 0;
  for (const pair of pairsOf(other)) {
    const count = left.get(pair) ?? 0;
    if (count === 0) continue;
    left.set(pair, count - 1);
    shared += 1;
  }
  const all = Math.max(0, one.length - 1) + Math.max(0, other.length - 1);
  return all === 0 ? 0 : (2 * shared) / all;
}

const pairsOf = (words: string): string[] =>
  Array.from({ length: Math.max(0, words.length - 1) }, (_, at) => words.slice(at, at + 2));

/** The longest run of equal lines in order, as pairs of indexes. */
function commonLines(before: readonly string[], after: readonly string[]): (readonly [number, number])[] {
  const lengths = Array.from({ length: before.length + 1 }, () => new Uint32Array(after.length + 1));
  const at = (old: number, now: number): number => lengths[old]?.[now] ?? 0;
  for (let old = before.length - 1; old >= 0; old -= 1) {
    const row = lengths[old];
    for (let now = after.length - 1; row && now >= 0; now -= 1) {
      row[now] = before[old] === after[now] ? at(old + 1, now + 1) + 1 : Math.max(at(old + 1, now), at(old, now + 1));
    }
  }
  const pairs: (readonly [number, number])[] = [];
  for (let old = 0, now = 0; old < before.length && now < after.length; ) {
    if (before[old] === after[now]) pairs.push([old++, now++]);
    else if (at(old + 1, now) >= at(old, now + 1)) old += 1;
    else now += 1;
  }
  return pairs;
}
