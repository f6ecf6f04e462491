import { link, readFile, rm, writeFile } from "node:fs/promises";
import { StartTrouble } from "../../../shared/start-trouble.ts";
import { embeddedPhrases } from "./phrases.ts";

const WAIT_MS = 35_000;

/**
 * Lets one process at a time start the server of a folder. A lock whose holder is gone is taken over.
 * @returns a function that gives the lock back
 * @throws {StartTrouble} when another process holds it for longer than a start takes
 */
export async function takeStartLock(file: string): Promise<() => Promise<void>> {
  const until = Date.now() + WAIT_MS;
  while (Date.now() < until) {
    if (await claim(file)) return () => rm(file, { force: true });
    if (!(await holderLives(file))) await rm(file, { force: true });
    else await new Promise((done) => setTimeout(done, 50));
  }
  throw new StartTrouble(embeddedPhrases.busy(file));
}

/** Written aside and linked into place, so that nobody ever reads a lock without its holder. */
async function claim(file: string): Promise<boolean> {
  const aside = `${file}.${process.pid}`;
  await writeFile(aside, String(process.pid));
  const claimed = await link(aside, file).then(
    () => true,
    () => false,
  );
  await rm(aside, { force: true });
  return claimed;
}

async function holderLives(file: string): Promise<boolean> {
  const pid = Number(await readFile(file, "utf8").catch(() => "0"));
  try {
    process.kill(pid, 0);
    return pid !== process.pid;
  } catch {
    return false;
  }
}
