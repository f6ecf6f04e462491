import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { EmulatorClient } from "dingtalk-emulator/client/client.ts";
import { patientClient } from "../../demo/patience.ts";
import { persistent } from "../../demo/persistent.ts";
import { readWorkbook } from "../../src/platform/documents/read-workbook.ts";
import type { RecordedState } from "../../src/platform/journal/replay.ts";
import { connect } from "./database.ts";
import { meaningOfTables, textsIn } from "./table-state.ts";
import type { World } from "./world.ts";

/** The players' way into a world. */
export const playersIn = ({ url }: World): EmulatorClient => patientClient(url);

/** What the campaign's tables mean, and what they hold by themselves and by the journal. */
export async function meaningOf(
  world: World,
): Promise<{ meaning: Record<string, unknown>; replayed: RecordedState; actual: RecordedState }> {
  const database = await connect(world);
  const { actual, replayed } = await database.replay();
  await database.close();
  return { meaning: meaningOfTables(actual, await textsIn(world)), replayed, actual };
}

/** The cells of the workbook that `导出 <what>` gives the organizer, without the journal's seal, which is another each time. */
export async function exported(world: World, what: string): Promise<unknown> {
  const organizer = persistent(playersIn(world), "maxiaohan");
  const file = (await organizer.says(`导出 ${what}`)).flatMap((message) => (message.file ? [message.file] : [])).at(-1);
  if (!file) throw new Error(`no workbook came for 导出 ${what}`);
  const bytes = await (await fetch(`${world.url}/_emulator/files/${file.fileId}`)).arrayBuffer();
  const { sheets } = await readWorkbook(Buffer.from(bytes));
  return sheets.map((sheet) => ({
    ...sheet,
    rows: sheet.rows.filter(([text]) => !/^操作留痕：第/.test(String(text))),
  }));
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
