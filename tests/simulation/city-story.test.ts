import { expect, test } from "vitest";
import type { Way } from "../journeys/city-story.ts";
import { expectedTotals, ledgerOf, shownTotals } from "../journeys/city-story-outcome.ts";
import { begins, isSettled, visits } from "../journeys/city-story-play.ts";
import { connect } from "../journeys/database.ts";
import { recommended, fourteenSites as story } from "../journeys/fourteen-sites.ts";
import { twins } from "../journeys/unfinished-points.ts";
import { worldAt } from "../journeys/world-at.ts";

test("14 sites in 13 working days come to the same ledger by cards and on paper, and to what the members found", async () => {
  const start = await worldAt("9月13日");
  await recommended(start);
  const worlds = await twins(start);
  const ways: readonly Way[] = ["cards", "paper"];

  const ledgers = await Promise.all(
    worlds.map(async (world, at) => {
      const way = ways[at] ?? "cards";
      const { said: begun } = await begins(world, story);
      expect(begun.arranged).toContain("暗访的事先不告知地区");
      const { said: made } = await visits(world, story, way);
      expect(Object.values(made).filter((text) => !/已提交定稿|还有\d+条未打分/u.test(text))).toEqual([]);
      const { said: settled } = await isSettled(world, story, way);
      expect(settled.agreedAgain).toContain("合议分3分");
      expect(settled.settled).toContain("复核结果已记录");
      return ledgerOf(world, story);
    }),
  );

  const [cards, paper] = ledgers;
  expect(paper).toEqual(cards);
  for (const world of worlds) {
    expect(await shownTotals(world, story)).toEqual(expectedTotals(story));
    const database = await connect(world);
    const { replayed, actual } = await database.replay();
    await database.close();
    expect(replayed).toEqual(actual);
    expect((actual.agreed_points as unknown[]).length).toBeGreaterThan(1);
    await world.end();
  }
}, 900_000);
