import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Moment } from "./moments.ts";
import { copyWorld, NOT_YET } from "./workshop.ts";
import { startWorld, type World } from "./world.ts";

/**
 * A world of one's own in which the demonstration has been played up to the moment. It goes on from there: cards can be
 * pressed, the clock can be moved.
 */
export async function worldAt(moment: Moment, environment: Record<string, string> = {}): Promise<World> {
  return startWorld({ dataDir: await folderAt(moment), environment });
}

/** The same before anything of it is started: a data folder of one's own. */
export async function folderAt(moment: Moment): Promise<string> {
  const made = await makeMoment(moment);
  const dataDir = await mkdtemp(join(tmpdir(), "jiayuan-journey-"));
  await copyWorld(made, dataDir);
  return dataDir;
}

/** The folder of the made moment. A request ends long before the last moments are played: it is asked for again. */
async function makeMoment(moment: Moment): Promise<string> {
  for (;;) {
    const reply = await fetch(`${process.env.WORKSHOP_URL}/${encodeURI(moment)}`);
    const said = await reply.text();
    if (!reply.ok) throw new Error(`${moment} could not be made: ${said}`);
    if (reply.status !== NOT_YET) return said;
  }
}
