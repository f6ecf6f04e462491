import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { EmulatorClient } from "dingtalk-emulator/client/client.ts";
import { patientClient } from "../../demo/patience.ts";
import { persistent } from "../../demo/persistent.ts";
import { readWorkbook } from "../../src/platform/documents/read-workbook.ts";
import { isPersonalRef } from "../../src/platform/journal/personal-value.ts";
import type { CampaignState } from "../../src/platform/journal/replay.ts";
import { makeEncryption, readDataKey } from "../../src/platform/storage/encryption.ts";
import { connect } from "./database.ts";
import type { World } from "./world.ts";

/** The players' way into a world. */
export const playersIn = ({ url }: World): EmulatorClient => patientClient(url);

/** Columns that say when or under which id something happened, not what. */
const TIMES_AND_IDS = /(_at|^id|_version|^version)$/;

/**
 * The campaign's tables as they mean the same in two plays of the same story: without ids and times, applications by
 * their compound's name, free text in plain.
 */
export async function meaningOf(
  world: World,
): Promise<{ meaning: Record<string, unknown[]>; replayed: CampaignState; actual: CampaignState }> {
  const database = await connect(world);
  const { actual, replayed } = await database.replay();
  const encryption = makeEncryption(await readDataKey(undefined, world.dataDir));
  const values = await database.query<{ id: string; body: Buffer }>("select id, body from personal_value");
  await database.close();
  const texts = new Map(values.map(({ id, body }) => [id, encryption.open(body)]));
  const names = new Map(actual.application.map((row) => [field(row, "id"), field(row, "compound_name")]));
  const plain = (value: unknown): unknown => {
    if (isPersonalRef(value)) return texts.get(value.personal);
    if (typeof value === "string") return names.get(value) ?? value;
    if (Array.isArray(value)) return value.map(plain);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .filter(([key]) => !TIMES_AND_IDS.test(key))
        .map(([key, part]) => [key, plain(part)]),
    );
  };
  const meaning = Object.fromEntries(
    Object.entries(actual).map(([table, rows]) => [table, rows.map((row) => JSON.stringify(plain(row))).sort()]),
  );
  return { meaning, replayed, actual };
}

const field = (row: unknown, name: string): string =>
  typeof row === "object" && row !== null && name in row ? String(row[name as keyof typeof row]) : "";

/** The cells of the workbook that `导出 <what>` gives the organizer. */
export async function exported(world: World, what: string): Promise<unknown> {
  const organizer = persistent(playersIn(world), "maxiaohan");
  const file = (await organizer.says(`导出 ${what}`)).flatMap((message) => (message.file ? [message.file] : [])).at(-1);
  if (!file) throw new Error(`no workbook came for 导出 ${what}`);
  const bytes = await (await fetch(`${world.url}/_emulator/files/${file.fileId}`)).arrayBuffer();
  return (await readWorkbook(Buffer.from(bytes))).sheets;
}

/** Every card that ever reached anybody, by who sees it: a card sent twice would stand here twice. */
export async function cardsSeen(world: World): Promise<string[]> {
  const { users } = await world.call<{ users: { userId: string }[] }>("/state");
  const seen = await Promise.all(
    users.map(async ({ userId }) => {
      const { messages } = await world.call<{ messages: { card?: { outTrackId: string } }[] }>(
        `/users/${userId}/messages?conversationId=*`,
      );
      return messages.flatMap(({ card }) => (card ? [`${userId} ${card.outTrackId}`] : []));
    }),
  );
  return seen.flat();
}

export const readLog = (world: World): Promise<string> => readFile(join(world.dataDir, "bot.log"), "utf8");
