import type { Database } from "../../storage/database.ts";

const ENDING = " pictures";
const LOOK_AGAIN_MS = 40;
/** Words that are not worked on by then were parked, or wait for another process: the pictures go on. */
const AT_MOST_MS = 30_000;

/** Name of the lane of somebody's pictures. */
export const picturesLane = (person: string): string => `${person}${ENDING}`;

/** Waits until the words that the person sent before the pictures are worked on: they may say where the pictures go. */
export async function wordsBefore(
  database: Pick<Database, "query">,
  { id, lane }: { id: bigint; lane: string },
): Promise<void> {
  if (!lane.endsWith(ENDING)) return;
  const words = lane.slice(0, -ENDING.length);
  const until = performance.now() + AT_MOST_MS;
  while (performance.now() < until) {
    const [earlier] = await database.query<{ id: string }>(
      "select id from inbox_event where lane = $1 and state = 'new' and id < $2 limit 1",
      [words, id],
    );
    if (!earlier) return;
    await new Promise((done) => setTimeout(done, LOOK_AGAIN_MS));
  }
}
