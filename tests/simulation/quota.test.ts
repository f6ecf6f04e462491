import { expect, onTestFinished, test } from "vitest";
import { playTo, scenesOf } from "../../demo/play.ts";
import { type Cost, type Costs, NOTHING, plus, times } from "../../src/campaign/administration/usage/costs.ts";
import { measuredCosts } from "../../src/campaign/administration/usage/measured-costs.ts";
import { FREE_EDITION } from "../../src/campaign/administration/usage/quota.ts";
import { daysBetween } from "../../src/shared/civil-date.ts";
import { playersIn } from "../journeys/campaign-state.ts";
import { worldAt } from "../journeys/world-at.ts";
import { END } from "../journeys/year.ts";

const YEAR_MS = 900_000;
const DISTRICTS = 6;
const OPENINGS = 4;

/** What the demonstration's people do from 10 August to the evening of 21 October. */
const DONE: Partial<Record<keyof Costs, number>> = {
  application: 12,
  review: 12,
  list: DISTRICTS,
  report: DISTRICTS,
  answer: 2,
  selection: 1,
  publication: 1,
  opening: OPENINGS * DISTRICTS,
  day: (daysBetween("2023-08-10", "2023-10-21") + 1 - OPENINGS) * DISTRICTS,
};

const reckoned = Object.entries(DONE).reduce<Cost>(
  (sum, [step, count]) => plus(sum, times(measuredCosts[step as keyof Costs], count)),
  NOTHING,
);

test("the demonstration's campaign by cards takes what npm run quota reckons for the same work, within a tenth; each month fits the free edition", {
  timeout: YEAR_MS,
}, async () => {
  const world = await worldAt("8月9日");
  onTestFinished(world.end);
  const players = playersIn(world);
  const before = await world.emulator.usage();

  await playTo(players, { scenes: scenesOf(players, "cards"), to: END });

  const { apiCalls, pushes, months } = await world.call<Cost & { months: Record<string, Cost> }>("/usage");
  console.log("taken:", apiCalls - before.apiCalls, pushes - before.pushes, "reckoned:", reckoned);
  expect(Math.abs((apiCalls - before.apiCalls) / reckoned.apiCalls - 1)).toBeLessThanOrEqual(0.1);
  expect(Math.abs((pushes - before.pushes) / reckoned.pushes - 1)).toBeLessThanOrEqual(0.1);
  const full = Object.entries(months).filter(
    ([, one]) => one.apiCalls > FREE_EDITION.apiCalls || one.pushes > FREE_EDITION.pushes,
  );
  expect(full).toEqual([]);
});
