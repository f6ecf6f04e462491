import { expect, test } from "vitest";
import { MOST_WAITING, makeFloodMeter } from "../../../../src/platform/chat/inbox/flood-meter.ts";

/** A database in which so many events of each lane wait, and that counts how often it was asked. */
function databaseWith(waiting: Record<string, number>) {
  const asked: string[][] = [];
  return {
    asked,
    query: async <Row>(_: string, [lanes]: unknown[]) => {
      asked.push(lanes as string[]);
      return (lanes as string[]).map((lane) => ({ lane, waiting: waiting[lane] ?? 0 })) as Row[];
    },
  };
}
const times = (count: number, lane: string): string[] => Array<string>(count).fill(lane);
const refused = (verdicts: readonly boolean[]): number => verdicts.filter(Boolean).length;

test("of two hundred that come at once a hundred are worked on", async () => {
  const waiting: Record<string, number> = {};
  const meter = makeFloodMeter(databaseWith(waiting), () => 0);
  expect(refused(await meter.tooMany(times(MOST_WAITING, "a")))).toBe(0);
  waiting.a = MOST_WAITING;
  expect(refused(await meter.tooMany(times(MOST_WAITING, "a")))).toBe(MOST_WAITING);
});

test("however many come, none is refused while the earlier ones are answered", async () => {
  const meter = makeFloodMeter(databaseWith({ a: 0 }), () => 0);
  for (let count = 0; count < 500; count++) expect(await meter.tooMany(["a"])).toEqual([false]);
});

test("a hundred and one, of which a hundred wait, are one too many", async () => {
  const meter = makeFloodMeter(databaseWith({ a: MOST_WAITING }), () => 0);
  expect(refused(await meter.tooMany(times(MOST_WAITING, "a")))).toBe(0);
  expect(await meter.tooMany(["a"])).toEqual([true]);
});

test("the flood of one is not another's", async () => {
  const meter = makeFloodMeter(databaseWith({ a: 1_000 }), () => 0);
  await meter.tooMany(times(MOST_WAITING, "a"));
  expect(await meter.tooMany(["a", "b"])).toEqual([true, false]);
});

test("the database is asked only once many have come within half a minute", async () => {
  let now = 0;
  const database = databaseWith({ a: 1_000 });
  const meter = makeFloodMeter(database, () => now);
  await meter.tooMany(times(MOST_WAITING, "a"));
  now = 30_000;
  await meter.tooMany(times(MOST_WAITING, "a"));
  expect(database.asked).toEqual([]);
  await meter.tooMany(["a"]);
  expect(database.asked).toEqual([["a"]]);
});
