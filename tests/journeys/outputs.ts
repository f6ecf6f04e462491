import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { connect } from "./database.ts";
import { read } from "./reading.ts";
import { fileIn } from "./second-reader.ts";
import type { World } from "./world.ts";

/** What is searched for, by a name to report it under. */
export type Values = Readonly<Record<string, string>>;

/** Names of the values that stand in a text. */
export const foundIn = (values: Values, text: string): string[] =>
  Object.entries(values).flatMap(([name, value]) => (text.includes(value) ? [name] : []));

/** `table.column` of every column of the database in which one of the values stands, as text or as bytes. */
export async function columnsWith(world: World, values: Values): Promise<string[]> {
  const database = await connect(world);
  const tables = await database.query<{ name: string }>(
    "select table_name as name from information_schema.tables where table_schema = 'public' order by 1",
  );
  const found = new Set<string>();
  for (const { name: table } of tables)
    for (const { row } of await database.query<{ row: object }>(`select to_jsonb(t) as row from "${table}" t`))
      for (const [column, content] of Object.entries(row))
        for (const [name, value] of Object.entries(values)) {
          const text = JSON.stringify(content);
          if (text.includes(value) || text.includes(Buffer.from(value).toString("hex")))
            found.add(`${table}.${column}: ${name}`);
        }
  await database.close();
  return [...found];
}

/** Files of a folder in whose name or bytes one of the values stands. */
export async function filesWith(folder: string, values: Values): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name);
    // One that ends while it is read: PostgreSQL's own.
    const bytes = await readFile(path).catch(() => Buffer.alloc(0));
    for (const [name, value] of Object.entries(values))
      if (entry.name.includes(value) || bytes.includes(value)) found.push(`${relative(folder, path)}: ${name}`);
  }
  return found.toSorted((one, other) => one.localeCompare(other));
}

/** Who has read which of the values, in messages, cards and files, with those of groups: `userId: names`. */
export async function readersOf(world: World, values: Values): Promise<Record<string, string[]>> {
  const { users } = await world.emulator.state();
  const readers: Record<string, string[]> = {};
  for (const { userId } of users) {
    const { messages } = await world.call<{ messages: Awaited<ReturnType<typeof allOf>> }>(
      `/users/${userId}/messages?conversationId=*`,
    );
    const received = messages.filter(({ from }) => from !== userId);
    const files = await Promise.all(received.map((one) => (one.file ? fileIn(world, one) : undefined)));
    const texts = [
      ...received.map((one) => `${read(one)}\n${JSON.stringify(one)}`),
      ...files.flatMap((file) => file?.texts ?? []),
    ];
    const names = foundIn(values, texts.join("\n"));
    if (names.length > 0) readers[userId] = names;
  }
  return readers;
}

const allOf = (world: World) => world.as("").messages();

/** The ready line of a program, as the first one printed it. */
export function readyLine(world: World, name: string): { url: string; env?: Record<string, string> } {
  const line = world
    .output()
    .split("\n")
    .find((one) => one.startsWith(`{"ready":"${name}"`));
  return JSON.parse(line ?? "{}") as { url: string; env?: Record<string, string> };
}

/** What the programs printed, without the ready line by which the emulator gives a bot its credentials. */
export const printed = (world: World): string =>
  world
    .output()
    .split("\n")
    .filter((line) => !line.startsWith('{"ready":"emulator"'))
    .join("\n");
