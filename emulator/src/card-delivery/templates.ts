import { type CardTemplate, parseTemplate } from "../card/index.ts";
import type { World } from "../world/world.ts";

/** Card templates by id, parsed once each. */
export interface Templates {
  /** @throws Error when no template has this id */
  get(templateId: string): CardTemplate;
}

export function makeTemplates(world: World): Templates {
  const read = new Map<string, CardTemplate>();
  world.onChange(({ table, key }) => {
    if (table === "templates") read.delete(key);
  });
  return {
    get: (templateId) => {
      const known = read.get(templateId) ?? parseTemplate(world.templates.get(templateId)?.export);
      read.set(templateId, known);
      return known;
    },
  };
}
