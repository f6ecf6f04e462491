import { expect, test } from "vitest";
import { messageOrder } from "../../../src/platform/chat/inbox/message-order.ts";

const at = (ms: number) => new Date(Date.parse("2023-09-13T09:00:00+08:00") + ms);

test("messages are in the order in which they were sent, whenever they were delivered", () => {
  const early = messageOrder(at(0), 9_999_999n);
  const late = messageOrder(at(1), 1n);

  expect(early < late).toBe(true);
});

test("of the same millisecond the one that was stored first comes first", () => {
  expect(messageOrder(at(0), 41n) < messageOrder(at(0), 42n)).toBe(true);
});

test("fits a column of eight bytes for the next two hundred years", () => {
  expect(messageOrder(new Date("2223-01-01T00:00:00Z"), 999_999n)).toBeLessThan(2n ** 63n);
});
