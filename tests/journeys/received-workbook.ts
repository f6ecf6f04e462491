import { readWorkbook } from "../../src/platform/documents/read-workbook.ts";
import type { Message, World } from "./world.ts";

export interface ReceivedWorkbook {
  name: string;
  sheet: string;
  rows: readonly (readonly (string | number | null)[])[];
}

/** The newest workbook among the messages, read back. */
export async function receivedWorkbook(world: World, messages: readonly Message[]): Promise<ReceivedWorkbook> {
  const file = messages.flatMap((message) => message.file ?? []).at(-1);
  if (!file) throw new Error("no file was received");
  const reply = await fetch(`${emulatorUrl(world)}/_emulator/files/${file.fileId}`);
  const { sheets } = await readWorkbook(Buffer.from(await reply.arrayBuffer()));
  const [sheet] = sheets;
  return { name: file.fileName, sheet: sheet?.name ?? "", rows: sheet?.rows ?? [] };
}

function emulatorUrl(world: World): string {
  const line = world
    .output()
    .split("\n")
    .findLast((one) => one.startsWith('{"ready":"emulator"'));
  const ready: { url: string } = JSON.parse(line ?? "{}");
  return ready.url;
}
