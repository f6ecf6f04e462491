import { rm } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { BOT_FLAGS } from "../src/platform/processes/bot-flags.ts";
import { stopServerIn } from "../src/platform/storage/embedded/embedded-server.ts";
import { type Program, startProgram } from "./program.ts";
import type { Town } from "./town.ts";

const readySchema = z.object({ url: z.string() });

/** A bot in a process of its own, with the embedded database in the folder. */
export interface Resident {
  program: Program;
  /** Of its own web server. */
  url: string;
  /** Milliseconds from the process's start to the stream's connection and to the ready line. */
  connectedAfter: number;
  readyAfter: number;
  end(): Promise<void>;
}

/** `npm run bot`, or the same with the limit of its own calls raised. @param flags further ones of Node's */
export async function startResident(
  town: Town,
  dataDir: string,
  callsPerSecond?: number,
  flags: readonly string[] = [],
): Promise<Resident> {
  const limit = callsPerSecond === undefined ? {} : { CALLS_PER_SECOND: String(callsPerSecond) };
  const environment = { ...town.env, ...limit, DATA_DIR: dataDir, PORT: "0", LOG_LEVEL: "info" };
  const program = startProgram([...BOT_FLAGS, ...flags, "src/main.ts"], environment);
  const [connected, ready] = await Promise.all([program.line("connected to DingTalk"), program.line('{"ready":"bot"')]);
  const { url } = readySchema.parse(JSON.parse(ready.text));
  return { program, url, connectedAfter: connected.after, readyAfter: ready.after, end: () => program.end() };
}

/** Ends a bot whose unsent answers nobody waits for, and removes what it kept. */
export async function abandon({ program }: Resident, dataDir: string): Promise<void> {
  await program.end("SIGKILL");
  await stopServerIn(dataDir);
  await rm(join(dataDir), { recursive: true, force: true });
}
