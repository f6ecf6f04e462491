import type { Database } from "../../platform/storage/database.ts";
import type { Clock } from "../../shared/clock.ts";
import type { Log } from "../../shared/log.ts";
import type { Services } from "../engine/make-context.ts";

export interface EvidenceJobsDeps {
  database: Database;
  services: Services;
  clock: Clock;
  log: Log;
}

/** Work that stands in the database and is done one after the other. */
export interface WorkLoop {
  start(): void;
  /** There may be something to do. */
  soon(): void;
  /** Does everything that is due: after an emulated clock has moved. */
  run(): Promise<void>;
  readonly isWorking: boolean;
  stop(): Promise<void>;
}

/** Finds what no message of this process announced. Machine time. */
const SWEEP_MS = 1_000;

/** @param steps each does one piece of work and returns false if there was none; one begins when those before have none left */
export function makeWorkLoop(steps: readonly (() => Promise<boolean>)[], log: Log): WorkLoop {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let working: Promise<void> | undefined;
  let again = false;

  async function work(): Promise<void> {
    do {
      again = false;
      for (const step of steps) while (!stopped && (await step()));
    } while (again && !stopped);
  }

  function run(): Promise<void> {
    again = true;
    working ??= work()
      .catch((error: unknown) => log.warn({ error: String(error) }, "background work failed, trying again"))
      .finally(() => {
        working = undefined;
      });
    return working;
  }

  function sweep(): void {
    if (stopped) return;
    void run().finally(() => {
      timer = setTimeout(sweep, SWEEP_MS).unref();
    });
  }

  return {
    start: sweep,
    soon: () => void run(),
    run,
    get isWorking() {
      return working !== undefined;
    },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await working;
    },
  };
}
