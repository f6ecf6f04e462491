import { readdirSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { playedScenario, SCENARIOS } from "./played-scenario.ts";
import type { World } from "./world.ts";
import { worldAt } from "./world-at.ts";

/** `npm run simulate` plays all of them. */
const SHORT = ["first-use.yaml", "from-application-to-lock.yaml", "rulings-together.yaml"];

let world: World;

beforeAll(async () => {
  world = await worldAt("8月9日");
});
afterAll(() => world.end());

test.each(readdirSync(SCENARIOS).filter((file) => SHORT.includes(file)))(
  "%s plays to its end on a world as at first start",
  async (file) => {
    const { played, steps } = await playedScenario(world, file);

    expect(played).toBe(steps);
  },
);
