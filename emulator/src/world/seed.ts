import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Seed } from "../contract/control.ts";
import { factsOf, saveFacts } from "./facts.ts";
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

/** A file that holds no seed. */
export class SeedError extends Error {
  override readonly name = "SeedError";
  readonly file: string;

  constructor(file: string, message: string) {
    super(message);
    this.file = file;
  }
}

/** @throws SeedError when the file is missing, is not JSON or is no seed */
export function readSeed(file: string): Seed {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new SeedError(file, error instanceof Error ? error.message : String(error));
  }
  const parsed = seedSchema.safeParse(content);
  if (!parsed.success) throw new SeedError(file, z.prettifyError(parsed.error));
  return parsed.data;
}

const projectFolder = join(import.meta.dirname, "../../..");

/** @throws Error when a template's file is missing or is not JSON */
export function loadSeed(world: World, seed: Seed): void {
  saveFacts(world, { ids: "base64" });
  addSeed(world, seed);
}

function addSeed(world: World, seed: Seed): void {
  const templates = seed.templates.map(({ templateId, file }) => ({ templateId, export: readExport(file) }));
  saveFacts(world, { corpId: seed.corpId });
  for (const app of seed.apps) world.apps.put(app.clientId, { ...app, mode: "stream" });
  for (const user of seed.users) world.users.put(user.userId, { ...user, active: true });
  for (const group of seed.groups) world.groups.put(group.conversationId, group);
  for (const template of templates) world.templates.put(template.templateId, template);
}

/** What a stored world does not have yet of the seed, such as next year's people; what it has stays as it is. */
export function loadMissing(world: World, { apps, users, groups, templates, corpId }: Seed): void {
  addSeed(world, {
    corpId: factsOf(world).corpId || corpId,
    apps: apps.filter(({ clientId }) => !world.apps.has(clientId)),
    users: users.filter(({ userId }) => !world.users.has(userId)),
    groups: groups.filter(({ conversationId }) => !world.groups.has(conversationId)),
    templates: templates.filter(({ templateId }) => !world.templates.has(templateId)),
  });
}

function readExport(file: string): unknown {
  try {
    return JSON.parse(readFileSync(join(projectFolder, file), "utf8"));
  } catch (error) {
    throw new Error(`the seed's card template ${file} cannot be read`, { cause: error });
  }
}
