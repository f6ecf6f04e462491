import { z } from "zod";
import type { Entry } from "../town.ts";

/** How long the messages of one load took, in milliseconds. */
export interface JourneyTimes {
  pushed: number;
  /** From the frame leaving the emulator to its acknowledgement. */
  toAck: readonly number[];
  /** From the frame leaving the emulator to the arrival of the call that answers it. */
  toCall: readonly number[];
  /** Calls that the platform did not take, by status. */
  failedCalls: number;
}

const MESSAGE = "/v1.0/im/bot/messages/get";
const SEND = "POST /v1.0/robot/oToMessages/batchSend";

const frame = z.object({ headers: z.object({ messageId: z.string() }), data: z.string().default("{}") });
const message = z.object({ senderStaffId: z.string() });
const call = z.object({ body: z.object({ userIds: z.array(z.string()) }) });

/**
 * Reads a load's times out of the emulator's traffic. Every message is answered by one call to its sender, and answers
 * keep the order of a person's messages, so a person's n-th call answers their n-th message.
 * @param notOf people who are left out
 */
export function journeyTimes(entries: readonly Entry[], notOf: readonly string[] = []): JourneyTimes {
  const sentAt = new Map<string, number>();
  const unanswered = new Map<string, number[]>();
  const toAck: number[] = [];
  const toCall: number[] = [];
  let failedCalls = 0;
  for (const entry of [...entries].sort((one, other) => startOf(one) - startOf(other))) {
    if (entry.name === MESSAGE) {
      const { headers, data } = frame.parse(entry.request);
      const { senderStaffId } = message.parse(JSON.parse(data));
      if (notOf.includes(senderStaffId)) continue;
      sentAt.set(headers.messageId, entry.tick);
      unanswered.set(senderStaffId, [...(unanswered.get(senderStaffId) ?? []), entry.tick]);
    } else if (entry.name === "ack") {
      const sent = sentAt.get(frame.parse(entry.request).headers.messageId);
      if (sent !== undefined) toAck.push(entry.tick - sent);
    } else if (entry.name === SEND && entry.status !== 200) {
      failedCalls += 1;
    } else if (entry.name === SEND) {
      const sent = unanswered.get(call.parse(entry.request).body.userIds[0] ?? "")?.shift();
      if (sent !== undefined) toCall.push(startOf(entry) - sent);
    }
  }
  return { pushed: sentAt.size, toAck, toCall, failedCalls };
}

/** A call is recorded when it is answered; what counts is when it came. */
const startOf = ({ kind, tick, ms = 0 }: Entry): number => (kind === "http" ? tick - ms : tick);

/** Calls that put something before a person: a message, or a card. */
const SHOWS = /batchSend|createAndDeliver/;

/** From the only message to the first call that shows something; undefined if none did. */
export function timeToAnswer(entries: readonly Entry[]): number | undefined {
  const asked = entries.find(({ name }) => name === MESSAGE);
  const calls = entries.filter(({ kind, name, status }) => kind === "http" && SHOWS.test(name) && status === 200);
  const [first] = calls.map(startOf).sort((one, other) => one - other);
  return asked && first !== undefined ? first - asked.tick : undefined;
}
