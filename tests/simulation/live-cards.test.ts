import { expect, test } from "vitest";
import { liveYear } from "../journeys/live-year.ts";

test("every live card shows the state as it is, or is refreshed within five minutes, after every step of a year", async () => {
  const { stale, compared, unseen, crowded } = await liveYear(1);

  expect(stale).toEqual([]);
  expect(compared).toBeGreaterThan(100);
  expect(unseen).toEqual([]);
  expect(crowded, "cards with more than one primary act").toEqual([]);
}, 600_000);
