import { expect, onTestFinished, test, vi } from "vitest";
import { makeTickets } from "../../src/gateway/tickets.ts";

const admission = { clientId: "dingtestapp", subscriptions: [], byName: false };

test.each([
  ["after ninety seconds opens its stream", 90_000, admission],
  ["a moment later opens none", 90_001, undefined],
])("a ticket %s", (_, passed, expected) => {
  vi.useFakeTimers({ toFake: ["Date"] });
  onTestFinished(() => void vi.useRealTimers());
  const tickets = makeTickets(() => 90_000);
  const ticket = tickets.issue(admission);

  vi.setSystemTime(Date.now() + passed);

  expect(tickets.redeem(ticket)).toEqual(expected === undefined ? undefined : expect.objectContaining(expected));
  expect(tickets.redeem(ticket)).toBeUndefined();
});
