import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Played, playHunted } from "../journeys/hunt.ts";
import type { World } from "../journeys/world.ts";
import { worldAt } from "../journeys/world-at.ts";

/** `npm run simulate -- kills --count 500`: more than a year holds are spread over several, each killed at other moments. */
const KILLS = Number(process.env.KILLS ?? 30);
const A_YEAR_HOLDS = 100;
const YEARS = Array.from({ length: Math.ceil(KILLS / A_YEAR_HOLDS) }, (_, at) => ({
  seed: at,
  kills: Math.min(A_YEAR_HOLDS, KILLS - at * A_YEAR_HOLDS),
}));

const worlds: World[] = [];
let calm: Played;

beforeAll(async () => {
  calm = await play(0, 0);
}, 600_000);
afterAll(async () => {
  for (const world of worlds) await world.end();
});

describe.each(YEARS)("killed $kills times at the moments of seed $seed", ({ seed, kills }) => {
  let hunted: Played;
  beforeAll(async () => {
    hunted = await play(kills, seed);
  }, 3_600_000);

  test("the campaign comes to the same tables and the same two workbooks", () => {
    expect(hunted.kills).toBe(kills);
    expect(hunted.outcome).toEqual(calm.outcome);
  });

  test("no card reached anybody twice", () => {
    expect(hunted.cards).toHaveLength(new Set(hunted.cards).size);
  });

  test("of other messages there is at most one more for each kill", () => {
    expect(hunted.otherMessages - calm.otherMessages).toBeLessThanOrEqual(kills);
  });
});

async function play(kills: number, seed: number): Promise<Played> {
  const world = await worldAt("8月9日");
  worlds.push(world);
  const begun = performance.now();
  const played = await playHunted(world, kills, seed);
  const during = kills === 0 ? "" : `, ${played.killsDuring} of them while it was played`;
  console.log(`${kills} kills${during}: ${((performance.now() - begun) / 1_000).toFixed(0)} s`);
  return played;
}
