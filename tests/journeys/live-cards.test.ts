import { expect, test } from "vitest";
import { liveYear } from "./live-year.ts";

/** The short form; `npm run simulate` plays the whole year and compares after every step. */
const EVERY = 24;

test("every live card shows the state as it is, or is refreshed within five minutes, until the districts have given their points", async () => {
  const { stale, compared, crowded, wordless } = await liveYear(EVERY, { isShort: true });

  expect(stale).toEqual([]);
  expect(compared).toBeGreaterThan(5);
  expect(wordless, "said in src/campaign/case-history/acts.ts").toEqual([]);
  expect(crowded, "cards with more than one primary act").toEqual([]);
}, 600_000);
