import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Moment } from "./moments.ts";
import { copyWorld } from "./workshop.ts";
import { startWorld, type World } from "./world.ts";

/**
 * A world of one's own in which the demonstration has been played up to the moment. It goes on from there: cards can be
 * pressed, the clock can be moved.
 */
export async function worldAt(moment: Moment, environment: Record<string, string> = {}): Promise<World> {
  const reply = await fetch(`${process.env.WORKSHOP_URL}/${encodeURI(moment)}`);
  const made = await reply.text();
  if (!reply.ok) throw new Error(`${moment} could not be made: ${made}`);
  const dataDir = await mkdtemp(join(tmpdir(), "jiayuan-journey-"));
  await copyWorld(made, dataDir);
  return startWorld({ dataDir, environment });
}
