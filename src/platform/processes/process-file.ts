import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { StartError } from "../../shared/start-error.ts";
import { startPhrases } from "./phrases.ts";

const record = z.object({ parent: z.number(), children: z.array(z.number()) });
type Processes = z.infer<typeof record>;
/** The file may be truncated if the parent was killed while writing it. */
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

/** Records the processes that use the data folder, for the next start. */
export const writeProcessFile = (dataDir: string, children: readonly (number | undefined)[]): Promise<void> =>
  writeFile(
    fileIn(dataDir),
    JSON.stringify({ parent: process.pid, children: children.filter((pid) => pid !== undefined) }),
  );

export const removeProcessFile = (dataDir: string): Promise<void> => rm(fileIn(dataDir), { force: true });

/**
 * Ends the orphaned children of a killed parent, so that ports and data folder are free.
 * @throws {StartError} when the parent is still running
 */
export async function endOrphans(dataDir: string): Promise<void> {
  const recorded = await readRecord(dataDir);
  if (!recorded) return;
  if (recorded.parent !== process.pid && isOurs(recorded.parent, await commandOf(recorded.parent))) {
    throw new StartError(startPhrases.alreadyRunning(recorded.parent));
  }
  const children = await Promise.all(recorded.children.map(async (pid) => ({ pid, command: await commandOf(pid) })));
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

/** Guards against reused process ids. Undefined where the system does not provide it. */
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
