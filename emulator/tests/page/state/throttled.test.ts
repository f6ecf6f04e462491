import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { throttled } from "../../../page/state/throttled.ts";

const SPACING_MS = 200;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
});
afterEach(() => {
  vi.useRealTimers();
});

test("what is asked for often is looked up at once and then once in the spacing", async () => {
  let looked = 0;
  const soon = throttled(async () => {
    looked += 1;
  }, SPACING_MS);

  soon();
  soon();
  await vi.advanceTimersByTimeAsync(0);
  expect(looked).toBe(1);
  soon();
  await vi.advanceTimersByTimeAsync(SPACING_MS - 1);
  expect(looked).toBe(1);
  await vi.advanceTimersByTimeAsync(1);

  expect(looked).toBe(2);
});

test("a look-up that failed is left, and the next one is done", async () => {
  let looked = 0;
  const soon = throttled(async () => {
    looked += 1;
    if (looked === 1) throw new Error("away");
  }, SPACING_MS);
  soon();
  await vi.advanceTimersByTimeAsync(0);

  soon();
  await vi.advanceTimersByTimeAsync(SPACING_MS);

  expect(looked).toBe(2);
});
