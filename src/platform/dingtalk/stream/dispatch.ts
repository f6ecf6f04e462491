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
import { CARD_ANSWER_MS, ON_THE_WAY_MS, writeAnswer } from "../inbound/write-answer.ts";

/** Sends the response to a frame. @returns whether it was written to an open connection */
export type Reply = (messageId: string, data: unknown) => Promise<boolean>;

export interface DispatchDeps {
  handler: InboundHandler;
  log: Log;
  /** Counts a billed push. */
  countPush: (topic: string, person?: string) => void;
  /** After this an answer to a press comes too late. Machine time. */
  cardAnswerMs?: number;
}

/** The validation issues, without the content. */
const problemOf = (error: z.ZodError): string =>
  error.issues.map((issue) => `${issue.path.join(".")}: ${issue.code}`).join(", ");

/**
 * Passes frames to the handler and responds to them. A robot message is acknowledged once stored; if storing fails, it
 * is not, and the platform resends it. An event that cannot be stored is answered with LATER. Unreadable frames are
 * acknowledged, because resending them would not help. Never rejects.
 */
export function makeDispatch(deps: DispatchDeps): (frame: Frame, reply: Reply) => Promise<void> {
  return async function dispatch(frame, reply) {
    const { messageId, topic } = frame.headers;
    try {
      if (frame.type === "EVENT") await dispatchEvent(deps, frame, reply);
      else if (topic === topics.robotMessage) await dispatchMessage(deps, frame, reply);
      else if (topic === topics.cardCallback) await dispatchCallback(deps, frame, reply);
      else deps.log.warn({ messageId, topic }, "ignoring a push of an unknown topic");
    } catch (error) {
      deps.log.error({ messageId, topic, err: error }, "handling a push failed");
    }
  };
}

async function dispatchMessage(deps: DispatchDeps, frame: Frame, reply: Reply): Promise<void> {
  const { messageId } = frame.headers;
  const message = robotMessageSchema.safeParse(fromJson(frame.data));
  deps.countPush(topics.robotMessage, message.data?.senderStaffId);
  if (message.success) await deps.handler.onMessage(readMessage(message.data));
  else deps.log.warn({ messageId, problem: problemOf(message.error) }, "unreadable robot message");
  await reply(messageId, { response: null });
}

async function dispatchEvent(deps: DispatchDeps, frame: Frame, reply: Reply): Promise<void> {
  const { messageId } = frame.headers;
  const answer = (status: EventAckData) => reply(messageId, status);
  const data = eventDataSchema.safeParse(fromJson(frame.data));
  if (!data.success) deps.log.warn({ messageId, problem: problemOf(data.error) }, "unreadable event");
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
  const { messageId } = frame.headers;
  const press = cardCallbackSchema.safeParse(fromJson(frame.data));
  deps.countPush(topics.cardCallback, press.data?.userId);
  if (!press.success) {
    deps.log.warn({ messageId, problem: problemOf(press.error) }, "unreadable card callback");
    await reply(messageId, { response: {} });
    return;
  }
  const callback = readCallback(press.data, messageId);
  const answer = await deps.handler.onCallback(callback);
  const remainingMs = (deps.cardAnswerMs ?? CARD_ANSWER_MS) - ON_THE_WAY_MS - (performance.now() - arrivedAt);
  await sendAnswer(answer, () => {
    if (remainingMs <= 0) return Promise.resolve(false);
    return within(remainingMs, reply(messageId, { response: writeAnswer(answer, callback) }));
  });
}

/** Sends the answer and reports whether it was delivered, also if it could not be serialised. */
async function sendAnswer(answer: CallbackAnswer, send: () => Promise<boolean>): Promise<void> {
  let delivered = false;
  try {
    delivered = await send();
  } finally {
    answer.onDelivery?.(delivered);
  }
}

/** The outcome, or false after the timeout. @param ms machine time */
async function within(ms: number, outcome: Promise<boolean>): Promise<boolean> {
  const timeout = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => timeout.resolve(false), ms);
  try {
    return await Promise.race([outcome, timeout.promise]);
  } finally {
    clearTimeout(timer);
  }
}
