import { link, readFile, rename, rm, writeFile } from "node:fs/promises";
import { StartError } from "../../../shared/start-error.ts";
import { embeddedPhrases } from "./phrases.ts";

const TIMEOUT_MS = 35_000;

/**
 * Ensures that one process at a time starts the server of a folder. The lock of a dead process is removed.
 * @returns a function that releases the lock
 * @throws {StartError} when another process holds it for longer than a start takes
 */
export async function takeStartLock(file: string): Promise<() => Promise<void>> {
  const until = Date.now() + TIMEOUT_MS;
  while (Date.now() < until) {
    if (await claim(file)) return () => rm(file, { force: true });
    if (!(await holderIsAlive(file))) await removeDead(file);
    else await new Promise((done) => setTimeout(done, 50));
  }
  throw new StartError(embeddedPhrases.busy(file));
}

/** Linked into place once complete, so that no reader sees a lock without its holder. */
async function claim(file: string): Promise<boolean> {
  const temporary = `${file}.${process.pid}`;
  await writeFile(temporary, String(process.pid));
  const claimed = await link(temporary, file).then(
    () => true,
    () => false,
  );
  await rm(temporary, { force: true });
  return claimed;
}

/**
 * Another process may have removed the dead one's lock since it was read, and hold its own by now: what is there is moved
 * aside, and put back if its holder lives.
 */
async function removeDead(file: string): Promise<void> {
  const aside = `${file}.${process.pid}.dead`;
  await rename(file, aside).catch(() => undefined);
  if (await holderIsAlive(aside)) await link(aside, file).catch(() => undefined);
  await rm(aside, { force: true });
}

async function holderIsAlive(file: string): Promise<boolean> {
  const pid = Number(await readFile(file, "utf8").catch(() => "0"));
  try {
    process.kill(pid, 0);
    return pid !== process.pid;
  } catch {
    return false;
  }
}
