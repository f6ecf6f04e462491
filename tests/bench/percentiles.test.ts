import { expect, test } from "vitest";
import { median, percentile, spreadOf } from "../../bench/percentiles.ts";

const hundred = Array.from({ length: 100 }, (_, index) => index + 1);

test.each([
  [0.5, 50],
  [0.99, 99],
  [1, 100],
])("of 1 … 100 the share %f lies at %i", (share, value) => {
  expect(percentile(hundred, share)).toBe(value);
});

test("the order of the values does not matter", () => {
  expect(spreadOf([3, 1, 2])).toEqual({ count: 3, p50: 2, p99: 3, max: 3 });
});

test("nothing measured has no figures", () => {
  expect(spreadOf([])).toEqual({ count: 0, p50: Number.NaN, p99: Number.NaN, max: Number.NaN });
});

test("the median of an even number of values is the lower of the two in the middle", () => {
  expect(median([4, 1, 3, 2])).toBe(2);
});
