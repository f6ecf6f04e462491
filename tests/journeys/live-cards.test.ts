import { expect, test } from "vitest";
import { liveYear } from "./live-year.ts";

/** The short form; `npm run simulate` compares after every step. */
const EVERY = 24;

test("every live card shows the state as it is, or is refreshed within five minutes, all through a year", async () => {
  const { wordless, stale, compared, unseen, crowded, refused, offered } = await liveYear(EVERY);

  expect(stale).toEqual([]);
  expect(compared).toBeGreaterThan(10);
  expect(unseen).toEqual([]);
  expect(wordless, "said in src/campaign/case-history/acts.ts").toEqual([]);
  expect(refused, "offered after 公布 or after the end, and refused").toEqual([]);
  expect(offered.length).toBeGreaterThan(10);
  expect(crowded, "cards with more than one primary act").toEqual([]);
}, 600_000);
