import { expect, test } from "vitest";
import { liveYear } from "../journeys/live-year.ts";

test("every live card shows the state as it is, or is refreshed within five minutes, after every step of a year", async () => {
  const { stale, compared, unseen, crowded, wordless, refused, offered } = await liveYear(1);

  expect(stale).toEqual([]);
  expect(compared).toBeGreaterThan(100);
  expect(unseen).toEqual([]);
  expect(wordless, "said in src/campaign/case-history/acts.ts").toEqual([]);
  expect(refused, "offered after 公布 or after the end, and refused").toEqual([]);
  expect(offered.length).toBeGreaterThan(10);
  expect(crowded, "cards with more than one primary act").toEqual([]);
}, 1_800_000);
