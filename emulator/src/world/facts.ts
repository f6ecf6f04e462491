import { defaultSettings, type Facts, type Settings } from "./records.ts";
import type { World } from "./world.ts";

const KEY = "facts";

export const factsOf = (world: World): Facts => world.facts.get(KEY) ?? {};

export function saveFacts(world: World, facts: Facts): void {
  world.facts.put(KEY, { ...factsOf(world), ...facts });
}

export const settingsOf = (world: World): Settings => ({ ...defaultSettings, ...factsOf(world).settings });
export const corpIdOf = (world: World): string => factsOf(world).corpId ?? "dingcorp";
