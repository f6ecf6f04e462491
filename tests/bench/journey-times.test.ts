import { expect, test } from "vitest";
import { journeyTimes } from "../../bench/measures/journey-times.ts";
import type { Entry } from "../../bench/town.ts";

const pushed = (tick: number, messageId: string, person: string): Entry => ({
  id: 0,
  tick,
  kind: "frame",
  name: "/v1.0/im/bot/messages/get",
  request: { headers: { messageId }, data: JSON.stringify({ senderStaffId: person }) },
});

const acknowledged = (tick: number, messageId: string): Entry => ({
  id: 0,
  tick,
  kind: "frame",
  name: "ack",
  request: { headers: { messageId } },
});

const called = (tick: number, ms: number, person: string, status = 200): Entry => ({
  id: 0,
  tick,
  kind: "http",
  name: "POST /v1.0/robot/oToMessages/batchSend",
  status,
  ms,
  request: { body: { userIds: [person] } },
});

test("a message's times run from its frame to its acknowledgement and to the arrival of the call", () => {
  const times = journeyTimes([pushed(100, "a", "keqiao-1"), acknowledged(104, "a"), called(130, 5, "keqiao-1")]);
  expect(times).toEqual({ pushed: 1, toAck: [4], toCall: [25], failedCalls: 0 });
});

test("a person's second call answers their second message", () => {
  const times = journeyTimes([
    pushed(0, "a", "keqiao-1"),
    pushed(10, "b", "keqiao-1"),
    pushed(11, "c", "zhuji-1"),
    called(20, 0, "keqiao-1"),
    called(22, 0, "zhuji-1"),
    called(40, 0, "keqiao-1"),
  ]);
  expect(times.toCall).toEqual([20, 11, 30]);
});

test("a call that the platform did not take is counted and answers nothing", () => {
  const times = journeyTimes([pushed(0, "a", "keqiao-1"), called(20, 0, "keqiao-1", 403), called(50, 0, "keqiao-1")]);
  expect(times.failedCalls).toBe(1);
  expect(times.toCall).toEqual([50]);
});

test("an acknowledgement of a message pushed before the load is left out", () => {
  expect(journeyTimes([acknowledged(4, "earlier")]).toAck).toEqual([]);
});
