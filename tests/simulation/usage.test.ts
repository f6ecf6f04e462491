import { expect, test } from "vitest";
import { playTo, scenesOf } from "../../demo/play.ts";
import type { Cost } from "../../src/campaign/administration/usage/costs.ts";
import { addDays, type CivilDate, civilDate } from "../../src/shared/civil-date.ts";
import { playersIn } from "../journeys/campaign-state.ts";
import { reckonedUsage } from "../journeys/reckoned-usage.ts";
import { worldAt } from "../journeys/world-at.ts";
import { END } from "../journeys/year.ts";

test("a campaign lived day by day takes the calls and pushes that npm run quota reckons for it, within a tenth", async () => {
  const world = await worldAt("8月9日");
  const before = await world.call<Cost>("/usage");
  const players = playersIn(world);
  const scenes = scenesOf(players, "mixed");
  const playDay = async (day: CivilDate): Promise<void> => {
    if (day > END.slice(0, 10)) return;
    await playTo(players, { scenes, to: `${day}T18:00:00+08:00` });
    await world.idle();
    await playDay(addDays(day, 1));
  };
  await playDay(civilDate("2023-08-10"));
  const after = await world.call<Cost>("/usage");
  const [apiCalls, pushes] = [after.apiCalls - before.apiCalls, after.pushes - before.pushes];
  const reckoned = reckonedUsage();
  console.log("took and reckoned:", JSON.stringify({ apiCalls, pushes, reckoned }));

  expect(Math.abs(reckoned.apiCalls / apiCalls - 1)).toBeLessThanOrEqual(0.1);
  expect(Math.abs(reckoned.pushes / pushes - 1)).toBeLessThanOrEqual(0.1);
  await world.end();
});
