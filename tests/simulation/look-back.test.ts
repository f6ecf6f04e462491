import { expect, test } from "vitest";
import { type Copies, makeCopies } from "../journeys/copies.ts";
import { liveYear } from "../journeys/live-year.ts";

test("at every moment of a year the journal gives the tables as they were", async () => {
  let copies: Copies | undefined;
  const found: string[] = [];
  await liveYear(Number.POSITIVE_INFINITY, {
    async afterStep(world) {
      copies ??= await makeCopies(world);
      await copies.take();
    },
    async atEnd() {
      if (!copies) throw new Error("nothing was played");
      expect(copies.moments().length).toBeGreaterThan(10);
      for (const at of copies.moments()) {
        const { differing } = await copies.compare(at);
        if (differing.length > 0) found.push(`${at.toISOString()}: ${differing.join(", ")}`);
      }
      await copies.close();
    },
  });

  expect(found).toEqual([]);
}, 900_000);
