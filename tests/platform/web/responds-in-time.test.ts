import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { respondsInTime } from "../../../src/platform/web/responds-in-time.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("what responds is there, what fails is not", async () => {
  expect(await respondsInTime(async () => [1])()).toBe(true);
  expect(await respondsInTime(() => Promise.reject(new Error("refused")))()).toBe(false);
});

test("what is silent is not there, within a second, and is asked once however often the probe comes", async () => {
  const answer = Promise.withResolvers<void>();
  const ask = vi.fn(() => answer.promise);
  const responds = respondsInTime(ask);
  const probes = [responds(), responds(), responds()];
  await vi.advanceTimersByTimeAsync(1_000);

  expect(await Promise.all(probes)).toEqual([false, false, false]);
  expect(ask).toHaveBeenCalledTimes(1);

  answer.resolve();
  await vi.advanceTimersByTimeAsync(0);
  expect(await responds()).toBe(true);
  expect(ask).toHaveBeenCalledTimes(2);
});
