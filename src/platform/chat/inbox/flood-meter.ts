import type { Database } from "../../storage/database.ts";

/** So many events of one lane may wait; what comes beyond is refused. */
export const MOST_WAITING = 100;
/** Before it is asked how many wait, so many must have come of one lane within the window. */
const WINDOW_MS = 30_000;

export interface FloodMeter {
  /** For each of the events that come now, by their lanes, whether more wait than are worked on. */
  tooMany(lanes: readonly string[]): Promise<boolean[]>;
}

/**
 * Bounds what one person can lay on the queue. Who waits for the answers never meets it, however fast: only what waits
 * counts, by the database, since several processes may store.
 * @param now machine time in milliseconds
 */
export function makeFloodMeter(
  database: Pick<Database, "query">,
  now: () => number = () => performance.now(),
): FloodMeter {
  let windowEnds = 0;
  let came = new Map<string, number>();

  /** Counts the event. @returns whether many have come of its lane lately */
  function isSuspect(lane: string): boolean {
    if (now() >= windowEnds) {
      came = new Map();
      windowEnds = now() + WINDOW_MS;
    }
    const count = (came.get(lane) ?? 0) + 1;
    came.set(lane, count);
    return count > MOST_WAITING;
  }

  return {
    async tooMany(lanes) {
      const suspects = lanes.map(isSuspect);
      if (!suspects.includes(true)) return suspects;
      const rows = await database.query<{ lane: string; waiting: number }>(
        `select lane, count(*)::int as waiting from inbox_event
         where state = 'new' and lane = any($1::text[]) group by lane`,
        [[...new Set(lanes.filter((_, at) => suspects[at]))]],
      );
      const waiting = new Map(rows.map((row) => [row.lane, row.waiting]));
      return lanes.map((lane, at) => {
        const before = waiting.get(lane) ?? 0;
        waiting.set(lane, before + 1);
        return suspects[at] === true && before >= MOST_WAITING;
      });
    },
  };
}
