import { rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
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

export interface ResidentOptions {
  /** The limit of its own calls. */
  callsPerSecond?: number | undefined;
  /** Further flags of Node's. */
  flags?: readonly string[];
  /** Folder of another version of the program, with its packages; else this one is started. */
  checkout?: string | undefined;
  /** Further variables, e.g. another's database. */
  environment?: Readonly<Record<string, string>>;
}

/** `npm run bot`, here or in another checkout. */
export async function startResident(town: Town, dataDir: string, options: ResidentOptions = {}): Promise<Resident> {
  const { callsPerSecond, flags = [], checkout, environment = {} } = options;
  const limit = callsPerSecond === undefined ? {} : { CALLS_PER_SECOND: String(callsPerSecond) };
  const own = { ...town.env, ...limit, DATA_DIR: dataDir, PORT: "0", LOG_LEVEL: "info", ...environment };
  const script = [...(await flagsOf(checkout)), ...flags, "src/main.ts"];
  const program = startProgram(script, own, checkout);
  const [connected, ready] = await Promise.all([program.line("connected to DingTalk"), program.line('{"ready":"bot"')]);
  const { url } = readySchema.parse(JSON.parse(ready.text));
  return { program, url, connectedAfter: connected.after, readyAfter: ready.after, end: () => program.end() };
}

async function flagsOf(checkout: string | undefined): Promise<readonly string[]> {
  if (checkout === undefined) return BOT_FLAGS;
  const path = pathToFileURL(resolve(checkout, "src/platform/processes/bot-flags.ts")).href;
  const { BOT_FLAGS: flags }: { BOT_FLAGS: readonly string[] } = await import(path);
  return flags;
}

/** Ends a bot whose unsent answers nobody waits for, and removes what it kept. */
export async function abandon({ program }: Resident, dataDir: string): Promise<void> {
  await program.end("SIGKILL");
  await stopServerIn(dataDir);
  await rm(join(dataDir), { recursive: true, force: true });
}
