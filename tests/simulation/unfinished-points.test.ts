import { expect, test } from "vitest";
import { read } from "../journeys/reading.ts";
import {
  differences,
  FIRST,
  lookAround,
  reallyLook,
  scoreWithoutFinishing,
  seenBy,
  teamAtWork,
  twins,
} from "../journeys/unfinished-points.ts";
import type { World } from "../journeys/world.ts";
import { worldAt } from "../journeys/world-at.ts";

/** Each world draws the same looks from it. */
const SEEDS = [1, 20_230_928, 815];

test("whatever anybody looks at, in whatever order, is the same with and without points that are not final", async () => {
  const start = await worldAt("9月28日");
  await teamAtWork(start);
  const worlds = await twins(start);
  const [without, having] = worlds;
  await scoreWithoutFinishing(having);

  for (const seed of SEEDS) {
    const looks = { seed, count: 500 };
    const [one, other] = await Promise.all(worlds.map((world) => lookAround(world, looks)));
    expect(one?.filter(({ found }) => found.includes('"failed"'))).toEqual([]);
    expect(differences(one, other)).toEqual([]);
  }

  // Who looks stays with what was shown: the cards go on changing, and the state is another one than before.
  await Promise.all(worlds.map((world) => reallyLook(world, { seed: 4, count: 150 })));
  expect(await usageIn(having)).toEqual(await usageIn(without));
  expect(await seenBy(having)).toEqual(await seenBy(without));
  const next = await Promise.all(worlds.map((world) => world.call<{ nextDueAt: string }>("/clock")));
  expect(next[1]?.nextDueAt).toBe(next[0]?.nextDueAt);

  for (const world of worlds) await world.advanceTo("2023-10-09T18:00:00+08:00");
  expect(await seenBy(having)).toEqual(await seenBy(without));

  // The comparison would have seen it: once points are final, others see them.
  for (const text of [`核验 ${FIRST}`, "提交定稿", "确认定稿"]) await having.as("team-1").says(text);
  const looks = { seed: 5, count: 300 };
  const [one, other] = await Promise.all(worlds.map((world) => lookAround(world, looks)));
  expect(differences(one, other)).not.toEqual([]);
  for (const world of worlds) await world.end();
}, 600_000);

/** 用量 of all who may ask for it. */
const usageIn = (world: World): Promise<string[]> =>
  Promise.all(
    ["administrator", "deputy"].map(async (person) => (await world.as(person).says("用量")).map(read).join("\n")),
  );
