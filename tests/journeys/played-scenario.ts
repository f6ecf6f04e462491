import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseScenario } from "dingtalk-emulator/scenario/parse.ts";
import { playScenario } from "dingtalk-emulator/scenario/player.ts";
import type { World } from "./world.ts";

export const SCENARIOS = join(import.meta.dirname, "../../scenarios");

/** Plays a scenario on a world as at first start. @returns how many steps were played, and how many it has */
export async function playedScenario(world: World, file: string): Promise<{ played: number; steps: number }> {
  await world.call("/reset", {});
  const scenario = parseScenario(readFileSync(join(SCENARIOS, file), "utf8"));
  let played = 0;
  await playScenario(scenario, {
    client: world.emulator,
    readFile: (path) => Promise.reject(new Error(`${path} lies not beside the scenario`)),
    before: () => {
      played += 1;
    },
  });
  return { played, steps: scenario.steps.length };
}
