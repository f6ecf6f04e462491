import { readdirSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { playedScenario, SCENARIOS } from "../journeys/played-scenario.ts";
import type { World } from "../journeys/world.ts";
import { worldAt } from "../journeys/world-at.ts";

let world: World;

beforeAll(async () => {
  world = await worldAt("8月9日");
});
afterAll(() => world.end());

test.each(readdirSync(SCENARIOS))("%s plays to its end on a world as at first start", async (file) => {
  const { played, steps } = await playedScenario(world, file);

  expect(played).toBe(steps);
});
