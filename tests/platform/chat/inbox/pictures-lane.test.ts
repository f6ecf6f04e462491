import { expect, test } from "vitest";
import { picturesLane, wordsBefore } from "../../../../src/platform/chat/inbox/pictures-lane.ts";

/** A store in which the person's earlier words are worked on after so many looks. */
function storeWith(looks: number) {
  const asked: unknown[][] = [];
  return {
    asked,
    query: async <Row>(_: string, values: unknown[]): Promise<Row[]> => {
      asked.push(values);
      return (asked.length <= looks ? [{ id: "1" }] : []) as Row[];
    },
  };
}

test("pictures wait until the words that were sent before them are worked on", async () => {
  const store = storeWith(2);

  await wordsBefore(store, { id: 7n, lane: picturesLane("team-1") });

  expect(store.asked).toEqual(Array.from({ length: 3 }, () => ["team-1", 7n]));
});

test("words wait for nothing", async () => {
  const store = storeWith(2);

  await wordsBefore(store, { id: 7n, lane: "team-1" });

  expect(store.asked).toEqual([]);
});
