import type { Log } from "../../../shared/log.ts";
import type { Database } from "../../storage/database.ts";

const SWEEP_MS = 1_000;
/** Whoever stores an event works on it at once; an older one may have nobody. */
const ALONE_AFTER_MS = 2_000;
const ALONE =
  "select distinct lane from inbox_event where state = 'new' and received_at < now() - make_interval(secs => $1)";

/**
 * Finds the lanes of stored events that nobody works on: the process that stored them has died, or the database stored
 * them and its reply was lost. Between processes the lane's lock decides who does the work.
 * @returns a function that ends this
 */
export function sweepInbox(
  { database, log }: { database: Database; log: Log },
  run: (lane: string) => void,
): () => void {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;

  async function sweep(): Promise<void> {
    try {
      const lanes = await database.query<{ lane: string }>(ALONE, [ALONE_AFTER_MS / 1_000]);
      for (const { lane } of lanes) run(lane);
    } catch (error) {
      log.warn({ error: String(error) }, "could not look for waiting events, trying again");
    }
    if (!stopped) timer = setTimeout(() => void sweep(), SWEEP_MS).unref();
  }

  timer = setTimeout(() => void sweep(), SWEEP_MS).unref();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}
