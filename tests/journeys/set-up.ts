import { mkdtemp, rm, statfs } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildBundles } from "../../scripts/bundles.ts";
import { openWorkshop } from "./workshop.ts";

const MEMORY = "/dev/shm";
/** What four worlds at a time, the made ones and a browser need, with room to spare. */
const ROOM = 2 * 1024 ** 3;

/**
 * Around all test files of a run: the programs bundled as an installation does it, a scratch folder, in memory where the
 * machine offers enough of it (worlds write and throw away 50 MB each), what Node compiled of the programs kept for their
 * next start, and the made worlds. With `WORLDS`, a folder, those are kept there and taken from there by the next run: for
 * work on one test, as long as nothing changes that they hold.
 */
export async function setup(): Promise<() => Promise<void>> {
  await buildBundles();
  const folder = await mkdtemp(join(await scratch(), "jiayuan-run-"));
  process.env.TMPDIR = folder;
  process.env.NODE_COMPILE_CACHE = join(folder, "compiled");
  const workshop = await openWorkshop(process.env.WORLDS ?? join(folder, "worlds"));
  process.env.WORKSHOP_URL = workshop.url;
  return async () => {
    await workshop.close();
    // A program that is just ending may still write what it compiled.
    await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });
  };
}

async function scratch(): Promise<string> {
  const room = await statfs(MEMORY).then(
    ({ bavail, bsize }) => bavail * bsize,
    () => 0,
  );
  return room >= ROOM ? MEMORY : tmpdir();
}
