import { expect, test } from "vitest";
import { backoff } from "../../../../src/platform/dingtalk/stream/backoff.ts";

const almostOne = 1 - Number.EPSILON;

test.each([
  [1, 0, 100],
  [1, almostOne, 1_000],
  [2, almostOne, 2_000],
  [6, almostOne, 32_000],
  [7, 0, 6_000],
  [7, almostOne, 60_000],
  [1_000_000, almostOne, 60_000],
])("after %i failures a draw of %d waits %i ms", (failures, drawn, waitMs) => {
  expect(backoff(failures, () => drawn)).toBe(waitMs);
});

test("with low draws a minute without the platform takes at most twelve tries", () => {
  const waited = Array.from({ length: 12 }, (_, index) => backoff(index + 1, () => 0.25));

  expect(waited.reduce((sum, waitMs) => sum + waitMs)).toBeGreaterThan(60_000);
});
