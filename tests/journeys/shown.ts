import { readWorkbook } from "../../src/platform/documents/read-workbook.ts";
import type { Message, World } from "./world.ts";

/** One thing that somebody had before their eyes. */
export interface Shown {
  userId: string;
  at: string;
  text: string;
}

interface Person {
  userId: string;
}

/** Everything anybody was ever shown in any chat: messages, cards with their buttons and forms, names and cells of files. */
export async function everythingShown(world: World): Promise<Shown[]> {
  const { users } = await world.call<{ users: Person[] }>("/state");
  const read = new Map<string, string>();
  const all: Shown[] = [];
  for (const { userId } of users) {
    const { messages } = await world.call<{ messages: Message[] }>(`/users/${userId}/messages?conversationId=*`);
    for (const message of messages.filter(({ from }) => !users.some((user) => user.userId === from))) {
      const book = message.file?.fileName.endsWith(".xlsx") ? message.file.fileId : undefined;
      const cells = book === undefined ? "" : (read.get(book) ?? (await cellsOf(world, book)));
      if (book !== undefined) read.set(book, cells);
      all.push({ userId, at: message.at, text: [...textsOf(message), cells].join("\n") });
    }
  }
  return all;
}

function textsOf({ title, text, links, card, file, todo }: Message): string[] {
  const forms = (card?.forms ?? []).flatMap(({ submitLabel, fields }) => [
    submitLabel,
    ...fields.flatMap(({ label, options = [] }) => [label, ...options.map((option) => JSON.stringify(option))]),
  ]);
  return [
    title,
    text,
    card?.text,
    file?.fileName,
    todo?.subject,
    ...(links ?? []).flatMap(({ label, url }) => [label, decodeURIComponent(url)]),
    ...(card?.actions ?? []).map(({ label }) => label),
    ...forms,
  ].filter((one) => one !== undefined);
}

async function cellsOf(world: World, fileId: string): Promise<string> {
  const { sheets } = await workbookOf(world, fileId);
  return sheets.flatMap(({ name, rows }) => [name, ...rows.flat().map(String)]).join("\n");
}

/** The sentences in which a foreign word was shown, each once, with the first who saw it. */
export function foreignIn(shown: readonly Shown[], words: readonly RegExp[]): string[] {
  const found = shown.flatMap(({ userId, text }) =>
    text.split("\n").flatMap((line) => (words.some((word) => word.test(line)) ? [{ userId, line: line.trim() }] : [])),
  );
  return [...Map.groupBy(found, ({ line }) => line)].map(([line, [first]]) => `${first?.userId}: ${line}`);
}

/** The rows that have something in them, of the workbook that `导出 <what>` gives the person. */
export async function rowsExported(world: World, userId: string, what: string): Promise<readonly unknown[][]> {
  const file = (await world.as(userId).says(`导出 ${what}`)).flatMap((message) =>
    message.file ? [message.file] : [],
  )[0];
  if (!file) throw new Error(`no workbook came for 导出 ${what}`);
  const [sheet] = (await workbookOf(world, file.fileId)).sheets;
  return (sheet?.rows ?? []).map((row) => [...row]).filter((row) => row.some((cell) => cell !== null));
}

const workbookOf = async (world: World, fileId: string) =>
  readWorkbook(Buffer.from(await (await fetch(`${world.url}/_emulator/files/${fileId}`)).arrayBuffer()));
