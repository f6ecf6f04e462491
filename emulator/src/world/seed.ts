import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Seed } from "../contract/control.ts";
import { saveFacts } from "./facts.ts";
import type { World } from "./world.ts";

export const seedSchema = z.object({
  corpId: z.string(),
  apps: z.array(z.object({ clientId: z.string(), clientSecret: z.string(), robotCode: z.string(), name: z.string() })),
  users: z.array(
    z.object({
      userId: z.string(),
      name: z.string(),
      mobile: z.string(),
      title: z.string(),
      unionId: z.string(),
    }),
  ),
  groups: z.array(
    z.object({
      conversationId: z.string(),
      title: z.string(),
      memberIds: z.array(z.string()),
      robotCodes: z.array(z.string()),
    }),
  ),
  templates: z.array(z.object({ templateId: z.string(), file: z.string() })),
});

const projectFolder = join(import.meta.dirname, "../../..");

/** @throws Error when a template's file is missing or is not JSON */
export function loadSeed(world: World, seed: Seed): void {
  const templates = seed.templates.map(({ templateId, file }) => ({ templateId, export: readExport(file) }));
  saveFacts(world, { corpId: seed.corpId });
  for (const app of seed.apps) world.apps.put(app.clientId, { ...app, mode: "stream" });
  for (const user of seed.users) world.users.put(user.userId, { ...user, active: true });
  for (const group of seed.groups) world.groups.put(group.conversationId, group);
  for (const template of templates) world.templates.put(template.templateId, template);
}

function readExport(file: string): unknown {
  try {
    return JSON.parse(readFileSync(join(projectFolder, file), "utf8"));
  } catch (error) {
    throw new Error(`the seed's card template ${file} cannot be read`, { cause: error });
  }
}
