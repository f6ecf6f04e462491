import type { Definition } from "./definition.ts";

/** The bureau as it signs a paper that leaves the city: 市住房和城乡建设局 of 绍兴市 is 绍兴市住房和城乡建设局. */
export function bureauName({ campaign: { city } }: Pick<Definition, "campaign">): string {
  const { name, bureau } = city;
  if (bureau.startsWith(name)) return bureau;
  const level = name.slice(-1);
  return `${name}${bureau.startsWith(level) ? bureau.slice(level.length) : bureau}`;
}
