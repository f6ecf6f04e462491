import { expect, test } from "vitest";
import { samePlayedBy, YEAR_MS } from "../journeys/same-year.ts";

test.each(["words", "cards"] as const)(
  "played by %s only, the whole year comes to the same tables and workbooks",
  {
    timeout: YEAR_MS,
  },
  async (style) => {
    const { played, other } = await samePlayedBy(style, "8月9日");

    expect(other).toEqual(played);
  },
);
