import type { Definition } from "../definition/definition.ts";

/** Names of the two levels: 区级 and 市级, 村级 and 镇级. */
export function levelsOf({ campaign: { words } }: Definition): { district: string; city: string; noun: string } {
  const { noun } = words.district;
  return { district: `${noun.at(-1) ?? ""}级`, city: `${words.city.noun}级`, noun };
}
