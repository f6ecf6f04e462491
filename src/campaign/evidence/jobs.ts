import { isOnlyInstance } from "../../platform/chat/outbox/presence.ts";
import { concludeNext, prepareNext } from "./intake/jobs.ts";
import { eraseNext, makeNext } from "./output/jobs.ts";
import { freeOrders, isAnyWaiting } from "./output/store.ts";
import { type EvidenceJobsDeps, makeWorkLoop } from "./work-loop.ts";

export interface EvidenceJobs {
  start(): Promise<void>;
  /** There may be something to do. */
  soon(): void;
  /** Does everything that is due: after an emulated clock has moved. */
  run(): Promise<void>;
  isIdle(): Promise<boolean>;
  stop(): Promise<void>;
}

/**
 * Works on received files and on what people ask for, side by side: a sheet does not wait for the photos of others. What
 * is to do stands in the database: it is taken by a row lock or a lease, so that it is neither lost with a process nor
 * done twice.
 */
export function makeEvidenceJobs(deps: EvidenceJobsDeps): EvidenceJobs {
  const { database, log } = deps;
  const loops = [
    makeWorkLoop([() => prepareNext(deps), () => concludeNext(deps)], log),
    makeWorkLoop([() => makeNext(deps), () => eraseNext(deps)], log),
  ];
  return {
    async start() {
      // Nobody else works on what a killed process had taken.
      if (await isOnlyInstance(database)) {
        await database.query("update evidence_file set not_before = null where state = 'new'", []);
        await freeOrders(database);
      }
      for (const loop of loops) loop.start();
    },
    soon() {
      for (const loop of loops) loop.soon();
    },
    run: async () => void (await Promise.all(loops.map((loop) => loop.run()))),
    async isIdle() {
      const [row] = await database.query<{ busy: boolean }>(
        "select exists (select 1 from evidence_file where state = 'new') as busy",
        [],
      );
      return row?.busy === false && !(await isAnyWaiting(database)) && !loops.some(({ isWorking }) => isWorking);
    },
    async stop() {
      await Promise.all(loops.map((loop) => loop.stop()));
    },
  };
}
