import { join } from "node:path";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** A folder that gets one JSON report a run, for the sum over several runs. */
const results = process.env.TEST_RESULTS;
const json = (folder: string): [string, { outputFile: string }] => [
  "json",
  { outputFile: join(folder, `${process.pid}.json`) },
];

/** Long ones that are short to read: begun by size, they would run alone at the end. */
const LONG = /\/(live-cards|province|closed-campaigns|definition)\.test\.ts$/;

class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification): boolean => LONG.test(moduleId);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: LongFirst },
    reporters: results ? ["default", json(results)] : ["default"],
    projects: [
      {
        test: {
          name: "unit",
          include: ["tests/**/*.test.ts", "emulator/tests/**/*.test.ts"],
          exclude: ["tests/journeys/**", "tests/simulation/**", "tests/browser/**"],
          // Nothing keeps state in a module, so files may share what they load: half the time.
          isolate: false,
          pool: "threads",
          // By itself one on two cores. Tests wait on the network and on programs for a quarter of their time.
          maxWorkers: 3,
          // Long drawn inputs on a busy machine are slow, not wrong.
          testTimeout: 60_000,
          hookTimeout: 60_000,
          expect: { poll: { timeout: 10_000 } },
        },
      },
      {
        test: {
          name: "journeys",
          include: ["tests/journeys/**/*.test.ts"],
          globalSetup: ["tests/journeys/set-up.ts"],
          testTimeout: 180_000,
          // The first file that asks for a moment waits until it has been played, with all moments before it.
          hookTimeout: 600_000,
          // A world waits on its own timers for a quarter of the time and more: four keep two cores busy.
          maxWorkers: 4,
        },
      },
      {
        // Long and rough: journeys hold a short form of each.
        test: {
          name: "simulation",
          include: ["tests/simulation/**/*.test.ts"],
          globalSetup: ["tests/journeys/set-up.ts"],
          testTimeout: 600_000,
          hookTimeout: 600_000,
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: "browser",
          include: ["tests/browser/**/*.test.ts"],
          testTimeout: 180_000,
          hookTimeout: 120_000,
          // A browser on two busy cores may miss a frame once; a fault of ours fails again.
          retry: process.env.CI ? 1 : 0,
          maxWorkers: 2,
        },
      },
    ],
  },
});
