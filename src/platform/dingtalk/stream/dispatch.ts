import {
  cardCallbackSchema,
  type EventAckData,
  eventDataSchema,
  type Frame,
  fromJson,
  robotMessageSchema,
  topics,
} from "dingtalk-payloads";
import type { z } from "zod";
import type { Log } from "../../../shared/log.ts";
import type { CallbackAnswer, InboundHandler } from "../../chat/ports.ts";
import { readCallback } from "../inbound/read-callback.ts";
import { readEvent } from "../inbound/read-event.ts";
import { readMessage } from "../inbound/read-message.ts";
import { CARD_ANSWER_MS, writeAnswer } from "../inbound/write-answer.ts";
import { within } from "./within.ts";

/** Writes the answer to one frame; true when it went to an open connection. */
export type Reply = (messageId: string, data: unknown) => Promise<boolean>;

export interface DispatchDeps {
  handler: InboundHandler;
  log: Log;
  /** Counts a push that the platform bills. */
  countPush: (topic: string) => void;
}

/** What could not be read, without the text itself. */
const problemOf = (error: z.ZodError): string =>
  error.issues.map((issue) => `${issue.path.join(".")}: ${issue.code}`).join(", ");

/**
 * Brings frames to the handler and answers them. Robot messages are acknowledged once stored, and not at all when
 * storing fails: the platform sends them again. Events are then answered with LATER. What cannot be read is
 * acknowledged, because it would never become readable. Never rejects.
 */
export function makeDispatch(deps: DispatchDeps): (frame: Frame, reply: Reply) => Promise<void> {
  return async function dispatch(frame, reply) {
    const { messageId, topic } = frame.headers;
    try {
      if (frame.type === "EVENT") await dispatchEvent(deps, frame, reply);
      else if (topic === topics.robotMessage) await dispatchMessage(deps, frame, reply);
      else if (topic === topics.cardCallback) await dispatchCallback(deps, frame, reply);
      else deps.log.warn({ messageId, topic }, "a push of an unknown topic was left alone");
    } catch (error) {
      deps.log.error({ messageId, topic, err: error }, "a push could not be handled");
    }
  };
}

async function dispatchMessage(deps: DispatchDeps, frame: Frame, reply: Reply): Promise<void> {
  deps.countPush(topics.robotMessage);
  const { messageId } = frame.headers;
  const message = robotMessageSchema.safeParse(fromJson(frame.data));
  if (message.success) await deps.handler.onMessage(readMessage(message.data));
  else deps.log.warn({ messageId, problem: problemOf(message.error) }, "a robot message could not be read");
  await reply(messageId, { response: null });
}

async function dispatchEvent(deps: DispatchDeps, frame: Frame, reply: Reply): Promise<void> {
  const { messageId } = frame.headers;
  const answer = (status: EventAckData) => reply(messageId, status);
  const data = eventDataSchema.safeParse(fromJson(frame.data));
  if (!data.success) deps.log.warn({ messageId, problem: problemOf(data.error) }, "an event could not be read");
  try {
    if (data.success) await deps.handler.onEvent(readEvent(frame.headers, data.data));
  } catch (error) {
    await answer({ status: "LATER", message: "not stored" });
    throw error;
  }
  await answer({ status: "SUCCESS", message: "ok" });
}

async function dispatchCallback(deps: DispatchDeps, frame: Frame, reply: Reply): Promise<void> {
  const arrivedAt = performance.now();
  deps.countPush(topics.cardCallback);
  const { messageId } = frame.headers;
  const press = cardCallbackSchema.safeParse(fromJson(frame.data));
  if (!press.success) {
    deps.log.warn({ messageId, problem: problemOf(press.error) }, "a press on a card could not be read");
    await reply(messageId, { response: {} });
    return;
  }
  const callback = readCallback(press.data, messageId);
  const answer = await deps.handler.onCallback(callback);
  const left = CARD_ANSWER_MS - (performance.now() - arrivedAt);
  await settle(answer, () => {
    if (left <= 0) return Promise.resolve(false);
    return within(left, reply(messageId, { response: writeAnswer(answer, callback) }));
  });
}

/** Sends the answer and tells its giver what became of it, also when it could not even be written down. */
async function settle(answer: CallbackAnswer, send: () => Promise<boolean>): Promise<void> {
  let delivered = false;
  try {
    delivered = await send();
  } finally {
    answer.settled?.(delivered);
  }
}
