import type { Log } from "../../shared/log.ts";
import type { Database } from "../storage/database.ts";
import { sealJournal } from "./seal.ts";

export interface Sealer {
  /** Schedules sealing of the committed entries; calls until then are coalesced. */
  soon(): void;
  /** Seals the remaining entries. */
  stop(): Promise<void>;
}

const DELAY_MS = 100;

/** Seals what this process writes, shortly after. */
export function makeSealer(database: Database, log: Log): Sealer {
  let timer: NodeJS.Timeout | undefined;
  let sealing: Promise<unknown> = Promise.resolve();

  function seal(): Promise<unknown> {
    timer = undefined;
    sealing = sealing
      .then(() => sealJournal(database))
      .catch((error: unknown) => log.warn({ error: String(error) }, "sealing the journal failed"));
    return sealing;
  }

  const soon = (): void => {
    timer ??= setTimeout(() => void seal(), DELAY_MS);
  };

  database.afterWriting(["journal_entry"], soon);
  // What a killed process left.
  soon();
  return {
    soon,
    async stop() {
      clearTimeout(timer);
      await seal();
    },
  };
}
