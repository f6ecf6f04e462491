import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { everybody, everyCard } from "./stage-cards.ts";
import type { World } from "./world.ts";
import { worldAt } from "./world-at.ts";

/** Milliseconds into an opening at which programs are killed. */
export interface KillMoments {
  bot: readonly number[];
  both: readonly number[];
}

/** Tests of a stage's opening that is cut short; `npm test` takes a few moments, `npm run simulate` all. */
export function killsDuringOpening({ bot, both }: KillMoments): void {
  describe("kill -9", () => {
    let world: World;
    beforeAll(async () => {
      world = await worldAt("8月9日");
    });
    beforeEach(() => world.call("/reset", {}));
    afterAll(() => world.end());

    test.each(bot)("of the bot %i ms into an opening: after a restart every card is there once", async (ms) => {
      await killDuringOpening(world, ["bot"], ms);

      expect(await everyCard(world)).toEqual(everybody(["【第一阶段】宣传发动"]));
    });

    test.each(both)(
      "of bot and database %i ms into an opening: after a restart every card is there once",
      async (ms) => {
        await killDuringOpening(world, ["bot", "database"], ms);

        expect(await everyCard(world)).toEqual(everybody(["【第一阶段】宣传发动"]));
      },
    );
  });
}

async function killDuringOpening(at: World, programs: readonly string[], ms: number): Promise<void> {
  const back = at.nextReady("bot");
  const advance = at.advanceTo("2023-08-10T09:00:00+08:00").catch(() => []);
  await new Promise((done) => setTimeout(done, ms));
  for (const program of programs) process.kill(at.pids.get(program) ?? 0, "SIGKILL");
  await back;
  await advance;
  // What the interrupted call left undone, a person would ask for again.
  await at.advanceTo("2023-08-10T09:00:00+08:00");
}
