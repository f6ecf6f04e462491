import { expect, test } from "vitest";
import { makeTrafficStore } from "../../../page/state/traffic.ts";
import type { TrafficEntry } from "../../../src/contract/instruments.ts";
import { call } from "../inspector/entries.ts";

type Reply = { entries: TrafficEntry[]; last: number };
const entry = (id: number): TrafficEntry => ({ ...call("POST /v1.0/robot/ding/send", {}), id });

/** A store that is watched; each question waits for its answer. */
function watched() {
  const asked: { after: number; answer(reply: Reply): void }[] = [];
  const store = makeTrafficStore({
    traffic: (after) => new Promise<Reply>((answer) => asked.push({ after, answer })),
  });
  store.watch();
  const ids = () => store.entries.value.map(({ id }) => id);
  return { store, asked, ids };
}

test("after the emulator began anew only what it has now is there, whatever the numbers", async () => {
  const { store, asked, ids } = watched();
  await expect.poll(() => asked.length).toBe(1);
  asked[0]?.answer({ entries: [entry(1), entry(2)], last: 2 });
  await expect.poll(ids).toEqual([1, 2]);
  const [opened] = store.entries.value;
  store.opened.value = opened;

  store.reset();
  expect(ids()).toEqual([]);
  expect(store.opened.value).toBeUndefined();
  await expect.poll(() => asked.length).toBe(2);
  expect(asked[1]?.after).toBe(0);
  asked[1]?.answer({ entries: [entry(1), entry(2), entry(3)], last: 3 });

  await expect.poll(ids).toEqual([1, 2, 3]);
});

test("what was asked for before it began anew does not come in any more", async () => {
  const { store, asked, ids } = watched();
  await expect.poll(() => asked.length).toBe(1);

  store.reset();
  asked[0]?.answer({ entries: [entry(1)], last: 1 });

  await expect.poll(() => asked.length).toBe(2);
  expect(ids()).toEqual([]);
  expect(asked[1]?.after).toBe(0);
});
