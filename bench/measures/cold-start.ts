import { rm } from "node:fs/promises";
import { median } from "../percentiles.ts";
import { type Resident, startResident } from "../resident.ts";
import type { Town } from "../town.ts";

/** Milliseconds from the start of the bot's process, medians. */
export interface ColdStart {
  rounds: number;
  fresh: { connected: number; ready: number };
  existing: { connected: number; ready: number };
}

/** Starts the bot in turn on a folder without a database and on the one it left when it was stopped. */
export async function coldStart(town: Town, dataDir: string, rounds: number): Promise<ColdStart> {
  const fresh: Resident[] = [];
  const existing: Resident[] = [];
  for (let round = 0; round < rounds; round += 1) {
    await rm(dataDir, { recursive: true, force: true });
    for (const kind of [fresh, existing]) {
      const resident = await startResident(town, dataDir);
      kind.push(resident);
      await resident.end();
    }
  }
  return { rounds, fresh: mediansOf(fresh), existing: mediansOf(existing) };
}

const mediansOf = (residents: readonly Resident[]) => ({
  connected: median(residents.map(({ connectedAfter }) => connectedAfter)),
  ready: median(residents.map(({ readyAfter }) => readyAfter)),
});
