import { expect, test } from "vitest";
import { isVisitPlace } from "../../../src/campaign/site-visit/record/number.ts";

test.each([
  ["visit:1", true],
  ["visit-row:3-5", true],
  ["row:3-5", false],
  ["form:2", false],
  ["visitor:1", false],
])("what is filed at %s belongs to a visit: %s", (place, isOfVisit) => {
  expect(isVisitPlace(place)).toBe(isOfVisit);
});
