import { expect, test } from "vitest";
import { readableAbout } from "../../../../src/campaign/reminder/to-do/page.ts";

const about = { campaign: "shaoxing-2023", person: "keqiao-1", until: "2023-10-28T00:00:00.000Z" };

test.each([
  ["before its end", about, "2023-10-27T23:59:59.999Z", about],
  ["at its end", about, "2023-10-28T00:00:00.000Z", undefined],
  ["without an end", { campaign: "shaoxing-2023", person: "keqiao-1" }, "2023-10-01T00:00:00.000Z", undefined],
  ["of something else", "keqiao-1", "2023-10-01T00:00:00.000Z", undefined],
])("an address of a page %s", (_, opened, now, readable) => {
  expect(readableAbout(opened, new Date(now))).toEqual(readable);
});
