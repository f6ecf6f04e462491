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

  return {
    soon() {
      timer ??= setTimeout(() => void seal(), DELAY_MS);
    },
    async stop() {
      clearTimeout(timer);
      await seal();
    },
  };
}
