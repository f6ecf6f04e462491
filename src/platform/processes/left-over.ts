import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { StartTrouble } from "../../shared/start-trouble.ts";
import { startPhrases } from "./phrases.ts";

const record = z.object({ parent: z.number(), children: z.array(z.number()) });
type Processes = z.infer<typeof record>;
/** A parent killed while writing leaves half of it. */
const written = z
  .string()
  .transform((text, context) => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue("not JSON");
      return z.NEVER;
    }
  })
  .pipe(record);

const GRACE_MS = 10_000;
const fileIn = (dataDir: string) => join(dataDir, "processes.json");

/** Notes who runs on this data folder, for the next start. */
export const noteProcesses = (dataDir: string, children: readonly (number | undefined)[]): Promise<void> =>
  writeFile(
    fileIn(dataDir),
    JSON.stringify({ parent: process.pid, children: children.filter((pid) => pid !== undefined) }),
  );

export const forgetProcesses = (dataDir: string): Promise<void> => rm(fileIn(dataDir), { force: true });

/**
 * Ends what a killed parent left behind, so that the ports and the data folder are free.
 * @throws {StartTrouble} when the parent still lives
 */
export async function takeOver(dataDir: string): Promise<void> {
  const left = await readRecord(dataDir);
  if (!left) return;
  if (left.parent !== process.pid && isOurs(left.parent, await commandOf(left.parent))) {
    throw new StartTrouble(startPhrases.alreadyRunning(left.parent));
  }
  const children = await Promise.all(left.children.map(async (pid) => ({ pid, command: await commandOf(pid) })));
  const orphans = children.filter(({ pid, command }) => isOurs(pid, command)).map(({ pid }) => pid);
  if (orphans.length === 0) return;
  console.log(startPhrases.takingOver());
  await endAll(orphans);
}

async function readRecord(dataDir: string): Promise<Processes | undefined> {
  const text = await readFile(fileIn(dataDir), "utf8").catch(() => "null");
  const parsed = written.safeParse(text);
  return parsed.success ? parsed.data : undefined;
}

/** After a restart of the machine the number may belong to anything. Empty where the system does not tell. */
const commandOf = (pid: number): Promise<string | undefined> =>
  process.platform === "linux" ? readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "") : Promise.resolve(undefined);

const isOurs = (pid: number, command: string | undefined): boolean =>
  isAlive(pid) && (command === undefined || /scripts\/start\.ts|scripts\/emulator\.ts|src\/main\.ts/.test(command));

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function endAll(pids: readonly number[]): Promise<void> {
  for (const pid of pids) process.kill(pid, "SIGTERM");
  const until = Date.now() + GRACE_MS;
  while (pids.some(isAlive) && Date.now() < until) await pause(50);
  for (const pid of pids.filter(isAlive)) process.kill(pid, "SIGKILL");
}
