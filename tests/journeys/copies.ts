import { journalSchema } from "../../src/campaign/features.ts";
import { type RecordedState, readRecordedState, replayJournal } from "../../src/platform/journal/replay.ts";
import { databaseOf } from "./database.ts";
import type { World } from "./world.ts";

/** The recorded tables of a world, copied while it goes on, to be compared with what the journal says of then. */
export interface Copies {
  /** Replaces the copy of the same moment: later steps may follow while the clock stands. */
  take(): Promise<void>;
  moments(): readonly Date[];
  /** Names of tables whose rows the journal gives otherwise, and how long the replay took, in milliseconds. */
  compare(at: Date): Promise<{ differing: string[]; ms: number }>;
  close(): Promise<void>;
}

export async function makeCopies(world: World): Promise<Copies> {
  const database = await databaseOf(world);
  const schema = journalSchema();
  const copies = new Map<number, RecordedState>();
  return {
    async take() {
      const { now } = await world.call<{ now: string }>("/clock");
      copies.set(Date.parse(now), await readRecordedState(database, schema));
    },
    moments: () => [...copies.keys()].map((at) => new Date(at)),
    async compare(at) {
      const begun = performance.now();
      const then = await replayJournal(database, schema, { until: at });
      const ms = performance.now() - begun;
      const copy = copies.get(at.getTime()) ?? {};
      const differing = schema.tables
        .map(({ name }) => name)
        .filter((name) => JSON.stringify(copy[name]) !== JSON.stringify(then[name]));
      return { differing, ms };
    },
    close: () => database.close(),
  };
}
