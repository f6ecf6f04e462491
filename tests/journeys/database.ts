import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type CampaignState, readCampaignState, replayJournal } from "../../src/platform/journal/replay.ts";
import { sealJournal } from "../../src/platform/journal/seal.ts";
import { type Verification, verifyJournal } from "../../src/platform/journal/verify.ts";
import { openDatabase } from "../../src/platform/storage/database.ts";
import { readPostmaster } from "../../src/platform/storage/embedded/postmaster.ts";
import type { World } from "./world.ts";

/** The world's database, for looking behind the scenes after a journey. */
export async function connect({ dataDir }: World) {
  const postmaster = await readPostmaster(join(dataDir, "postgres"));
  const password = await readFile(join(dataDir, "postgres.password"), "utf8");
  const database = await openDatabase(`postgresql://jiayuan:${password}@127.0.0.1:${postmaster?.port}/postgres`);
  return {
    query: <Row>(text: string) => database.query<Row>(text, []),
    async replay(): Promise<{ replayed: CampaignState; actual: CampaignState; verified: Verification }> {
      await sealJournal(database);
      return {
        replayed: await replayJournal(database),
        actual: await readCampaignState(database),
        verified: await verifyJournal(database),
      };
    },
    close: () => database.close(),
  };
}
