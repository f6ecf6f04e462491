import { expect, test } from "vitest";
import { samePlayedBy, YEAR_MS } from "./same-year.ts";

test("played by words only from the lists to the last report, the campaign comes to the same tables and workbooks", {
  timeout: YEAR_MS,
}, async () => {
  const { played, other } = await samePlayedBy("words", "9月13日");

  expect(other).toEqual(played);
});
