import fc from "fast-check";
import { expect, test } from "vitest";
import { type Copies, makeCopies } from "../journeys/copies.ts";
import { liveYear } from "../journeys/live-year.ts";
import type { World } from "../journeys/world.ts";

const SECOND = 1000;
const MOMENTS = 200;
const SEED = 20_230_928;

test("at 200 random moments of a year the journal gives the tables, and each case alone, as they were", async () => {
  let copies: Copies | undefined;
  const found: string[] = [];
  await liveYear(Number.POSITIVE_INFINITY, {
    async afterStep(world) {
      copies ??= await makeCopies(world);
      await copies.take();
      await goesOn(world);
    },
    async atEnd() {
      if (!copies) throw new Error("nothing was played");
      const all = copies.moments();
      expect(all.length).toBeGreaterThan(MOMENTS);
      const drawn = fc.record({ place: fc.nat(all.length - 1), after: fc.nat(SECOND - 1), which: fc.nat() });
      for (const { place, after, which } of fc.sample(drawn, { seed: SEED, numRuns: MOMENTS })) {
        const at = new Date((all[place]?.getTime() ?? 0) + after);
        const differing = await copies.compare(at);
        if (differing.length > 0) found.push(`${at.toISOString()}: ${differing.join(", ")}`);
        const cases = copies.casesAt(at);
        const one = cases[which % cases.length];
        const ofCase = one === undefined ? [] : await copies.compare(at, one);
        if (ofCase.length > 0) found.push(`${at.toISOString()} ${one}: ${ofCase.join(", ")}`);
      }
      await copies.close();
    },
  });

  expect(found).toEqual([]);
}, 2_400_000);

/** The next step has a moment of its own. */
async function goesOn(world: World): Promise<void> {
  const { now } = await world.call<{ now: string }>("/clock");
  await world.advanceTo(new Date(Date.parse(now) + SECOND).toISOString());
}
