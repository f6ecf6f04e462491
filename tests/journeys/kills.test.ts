import { afterAll, beforeAll, expect, test } from "vitest";
import { type Played, playHunted } from "./hunt.ts";
import { reachMany } from "./many-receivers.ts";
import type { World } from "./world.ts";
import { worldAt } from "./world-at.ts";

/** The short form; `npm run simulate` kills the bot thirty times in a whole year. */
const KILLS = 3;

const worlds: World[] = [];
let calm: Played;
let hunted: Played;

beforeAll(async () => {
  calm = await play(0);
  hunted = await play(KILLS);
}, 600_000);
afterAll(async () => {
  for (const world of worlds) await world.end();
});

test("killed three times on the way from the published list to the last report, the campaign comes to the same tables and the same two workbooks", () => {
  expect(hunted.kills).toBe(KILLS);
  expect(hunted.outcome).toEqual(calm.outcome);
});

test("no card reached anybody twice", () => {
  expect(hunted.cards).toHaveLength(new Set(hunted.cards).size);
});

test("of other messages there is at most one more for each kill", () => {
  expect(hunted.otherMessages - calm.otherMessages).toBeLessThanOrEqual(KILLS);
});

test("of a message to many, sent while it is killed, everybody has one card, and of its file at most one more a kill", async () => {
  const [, world] = worlds;
  if (!world) throw new Error("the hunted world is gone");

  const { cards, files, throttled } = await reachMany(world, { people: 40, kills: 2, perSecond: 20 });

  expect(cards).toEqual({ once: 40, twice: 0, never: 0 });
  expect(files.missing).toBe(0);
  expect(files.more).toBeLessThanOrEqual(2);
  expect(throttled).toBe(0);
});

async function play(kills: number): Promise<Played> {
  const world = await worldAt("10月13日");
  worlds.push(world);
  return playHunted(world, kills);
}
