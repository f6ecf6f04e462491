import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../src/platform/storage/database.ts";
import { drawBy } from "../shared/draw.ts";
import { type EmptyDatabase, emptyDatabase } from "../shared/empty-database.ts";
import type { Machine } from "./machines/machine.ts";

/** `npm run simulate -- seeds --count 10000`, or `--seed 17` for that one alone. */
const COUNT = Number(process.env.SEEDS ?? 300);
const ONLY = process.env.SEED === undefined ? undefined : Number(process.env.SEED);

/** Runs each machine under every seed, and says which seeds break a promise of it. */
export function keepPromises(machines: readonly ((database: Database) => Machine)[]): void {
  let empty: EmptyDatabase;
  beforeAll(async () => {
    empty = await emptyDatabase();
  });
  afterAll(() => empty.end());

  describe(ONLY === undefined ? `${COUNT} seeds` : `seed ${ONLY}`, () => {
    test.each(machines.map((make) => [make({} as Database).name, make] as const))(
      "%s keeps its promises",
      async (_, make) => {
        const machine = make(empty.database);
        const seeds = ONLY === undefined ? Array.from({ length: COUNT }, (__, at) => at) : [ONLY];
        const begun = performance.now();
        const broken: string[] = [];
        for (const seed of seeds) {
          const error = await Promise.resolve()
            .then(() => machine.run(drawBy(seed), seed))
            .catch((cause: unknown) => cause);
          if (error !== undefined) broken.push(`seed ${seed}: ${error instanceof Error ? error.message : error}`);
          if (broken.length >= 5) break;
        }
        const seconds = (performance.now() - begun) / 1_000;
        console.log(`${machine.name}: ${seeds.length} seeds in ${seconds.toFixed(1)} s`);
        expect(broken).toEqual([]);
      },
      3_600_000,
    );
  });
}
