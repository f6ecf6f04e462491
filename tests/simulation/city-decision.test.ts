import { expect, test } from "vitest";
import { cityHands } from "../journeys/city-decision.ts";
import { decidesAndHolds } from "../journeys/city-decision-checks.ts";
import type { Way } from "../journeys/city-story.ts";
import type { CityVersion } from "../journeys/city-versions.ts";
import { someVerified } from "../journeys/some-verified.ts";
import { twins } from "../journeys/unfinished-points.ts";
import { worldAt } from "../journeys/world-at.ts";

test("from fourteen sites to the archive's eve every version is what the journal alone gives, by cards and by words", async () => {
  const start = await worldAt("9月13日");
  await someVerified(start);
  const worlds = await twins(start);
  const ways: readonly Way[] = ["cards", "paper"];

  const played = await Promise.all(
    worlds.map((world, at) => decidesAndHolds(world, cityHands(world, ways[at] ?? "cards"))),
  );

  const [byCards, byWords] = played.map((versions) => versions.map(withoutIds));
  expect(byCards).toEqual(byWords);
  for (const world of worlds) await world.end();
}, 2_400_000);

const withoutIds = ({ compounds, ...version }: CityVersion): unknown => ({
  ...version,
  compounds: compounds.map(({ id: _, ...one }) => one),
});
