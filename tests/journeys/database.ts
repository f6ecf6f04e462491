import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { journalSchema } from "../../src/campaign/features.ts";
import { type RecordedState, readRecordedState, recordedAndReplayed } from "../../src/platform/journal/replay.ts";
import { sealJournal } from "../../src/platform/journal/seal.ts";
import { type Verification, verifyJournal } from "../../src/platform/journal/verify.ts";
import { type Database, openDatabase } from "../../src/platform/storage/database.ts";
import { readPostmaster } from "../../src/platform/storage/embedded/postmaster.ts";
import type { World } from "./world.ts";

/** The world's database as the product's own programs open it. */
export async function databaseOf({ dataDir }: World): Promise<Database> {
  const postmaster = await readPostmaster(join(dataDir, "postgres"));
  const password = await readFile(join(dataDir, "postgres.password"), "utf8");
  return openDatabase(`postgresql://jiayuan:${password}@127.0.0.1:${postmaster?.port}/postgres`);
}

/** For looking behind the scenes after a journey. */
export async function connect(world: World) {
  const database = await databaseOf(world);
  return {
    query: <Row>(text: string) => database.query<Row>(text, []),
    /** The rows of every table that the journal records. */
    tables: (): Promise<RecordedState> => readRecordedState(database, journalSchema()),
    async replay(): Promise<{ replayed: RecordedState; actual: RecordedState; verified: Verification }> {
      await sealJournal(database);
      const { recorded, replayed } = await recordedAndReplayed(database, journalSchema());
      return { replayed, actual: recorded, verified: await verifyJournal(database) };
    },
    close: () => database.close(),
  };
}
