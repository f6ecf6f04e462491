import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseScenario } from "dingtalk-emulator/scenario/parse.ts";
import { playScenario } from "dingtalk-emulator/scenario/player.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { World } from "./world.ts";
import { worldAt } from "./world-at.ts";

const FOLDER = join(import.meta.dirname, "../../scenarios");

let world: World;

beforeAll(async () => {
  world = await worldAt("8月9日");
});
afterAll(() => world.end());

test.each(readdirSync(FOLDER))("%s plays to its end on a world as at first start", async (file) => {
  await world.call("/reset", {});
  const scenario = parseScenario(readFileSync(join(FOLDER, file), "utf8"));
  let played = 0;

  await playScenario(scenario, {
    client: world.emulator,
    readFile: (path) => Promise.reject(new Error(`${path} lies not beside the scenario`)),
    before: () => {
      played += 1;
    },
  });

  expect(played).toBe(scenario.steps.length);
});
