import { expect, test } from "vitest";
import { contributed } from "../../../src/campaign/engine/extension-point.ts";

const wait = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Parts that tell when they begin and end; the first takes longest. */
function telling(...names: string[]) {
  const told: string[] = [];
  const parts = names.map((name, at) => async () => {
    told.push(`${name} begins`);
    for (let turn = names.length; turn > at; turn--) await wait();
    told.push(`${name} ends`);
    return name;
  });
  return { told, parts };
}

test("parts that read do so side by side, and stand in their order", async () => {
  const { told, parts } = telling("a", "b");
  expect(await contributed({}, parts)).toEqual(["a", "b"]);
  expect(told).toEqual(["a begins", "b begins", "b ends", "a ends"]);
});

test("parts that act do so one after the other", async () => {
  const { told, parts } = telling("a", "b");
  expect(await contributed({ acts: true }, parts)).toEqual(["a", "b"]);
  expect(told).toEqual(["a begins", "a ends", "b begins", "b ends"]);
});

test("the failure of the first is told, once all have ended, whichever failed before", async () => {
  const { told, parts } = telling("a", "b");
  const first = async () => {
    await wait();
    throw new Error("first");
  };
  const soonest = async () => Promise.reject(new Error("soonest"));
  await expect(contributed({}, [first, soonest, ...parts])).rejects.toThrow("first");
  expect(told).toContain("a ends");
});

test("what contributes nothing is left out", async () => {
  expect(await contributed({}, [async () => undefined, async () => false])).toEqual([false]);
});
