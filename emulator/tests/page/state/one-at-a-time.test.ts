import { expect, test } from "vitest";
import { oneAtATime } from "../../../page/state/one-at-a-time.ts";

/** Work that ends only when it is let go, one run at a time. */
function heldWork() {
  const runs: string[] = [];
  const held: (() => void)[] = [];
  const work = (key: string) =>
    new Promise<void>((resolve) => {
      runs.push(key);
      held.push(resolve);
    });
  return { runs, work, letGo: () => held.shift()?.() };
}

test("what is asked for while it runs is done once more, however often it was asked for", async () => {
  const { runs, work, letGo } = heldWork();
  const run = oneAtATime(work);

  const first = run("maxiaohan");
  await Promise.all([run("maxiaohan"), run("maxiaohan")]);
  expect(runs).toEqual(["maxiaohan"]);
  letGo();
  await expect.poll(() => runs.length).toBe(2);
  letGo();
  await first;

  expect(runs).toEqual(["maxiaohan", "maxiaohan"]);
});

test("different keys do not wait for each other", () => {
  const { runs, work } = heldWork();
  const run = oneAtATime(work);

  void run("maxiaohan");
  void run("keqiao-1");

  expect(runs).toEqual(["maxiaohan", "keqiao-1"]);
});

test("work that failed can run again", async () => {
  let attempts = 0;
  const run = oneAtATime(async () => {
    attempts += 1;
    if (attempts === 1) throw new Error("away");
  });

  await expect(run("maxiaohan")).rejects.toThrow("away");
  await run("maxiaohan");

  expect(attempts).toBe(2);
});
