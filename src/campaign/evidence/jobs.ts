import { isOnlyInstance } from "../../platform/chat/outbox/presence.ts";
import type { Background } from "../../shared/background.ts";
import { concludeNext, prepareNext } from "./intake/jobs.ts";
import { eraseNext, makeNext } from "./output/jobs.ts";
import { freeOrders, isAnyWaiting } from "./output/store.ts";
import { type EvidenceJobsDeps, makeWorkLoop } from "./work-loop.ts";

/** Where it stands what is to do. */
const TABLES = ["evidence_burst", "evidence_file", "evidence_order"];

/**
 * Works on received files and on what people ask for, side by side: a sheet does not wait for the photos of others. What
 * is to do stands in the database: it is taken by a row lock or a lease, so that it is neither lost with a process nor
 * done twice.
 */
export function makeEvidenceJobs(deps: EvidenceJobsDeps): Background {
  const { database, log } = deps;
  const loops = [
    makeWorkLoop([() => prepareNext(deps), () => concludeNext(deps)], log),
    makeWorkLoop([() => makeNext(deps), () => eraseNext(deps)], log),
  ];
  const soon = (): void => {
    for (const loop of loops) loop.soon();
  };
  database.afterWriting(TABLES, soon);
  return {
    async start() {
      // Nobody else works on what a killed process had taken.
      if (await isOnlyInstance(database)) {
        await database.query("update evidence_file set not_before = null where state = 'new'", []);
        await freeOrders(database);
      }
      for (const loop of loops) loop.start();
    },
    soon,
    run: async () => void (await Promise.all(loops.map((loop) => loop.run()))),
    async isIdle() {
      return !loops.some(({ isWorking }) => isWorking) && !(await isAnyWaiting(database));
    },
    async stop() {
      await Promise.all(loops.map((loop) => loop.stop()));
    },
  };
}
