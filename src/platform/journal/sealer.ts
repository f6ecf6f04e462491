import type { Log } from "../../shared/log.ts";
import type { Database } from "../storage/database.ts";
import { sealJournal } from "./seal.ts";

export interface Sealer {
  /** Seals what is committed, within a moment; calls in the meantime count as one. */
  soon(): void;
  /** Seals what is left and seals no more. */
  stop(): Promise<void>;
}

const GATHER_MS = 100;

export function makeSealer(database: Database, log: Log): Sealer {
  let timer: NodeJS.Timeout | undefined;
  let sealing: Promise<unknown> = Promise.resolve();

  function seal(): Promise<unknown> {
    timer = undefined;
    sealing = sealing
      .then(() => sealJournal(database))
      .catch((error: unknown) => log.warn({ error: String(error) }, "the journal's tail stays unsealed for now"));
    return sealing;
  }

  return {
    soon() {
      timer ??= setTimeout(() => void seal(), GATHER_MS);
    },
    async stop() {
      clearTimeout(timer);
      await seal();
    },
  };
}
