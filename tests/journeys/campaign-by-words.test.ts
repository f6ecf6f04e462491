import { expect, test } from "vitest";
import { samePlayedBy } from "./same-year.ts";

test("played by words only, the campaign comes to the same tables and workbooks", async () => {
  const { played, other } = await samePlayedBy("words");

  expect(other).toEqual(played);
});
