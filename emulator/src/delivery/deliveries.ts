import { topics } from "dingtalk-payloads";
import type { Activity } from "../clock/activity.ts";
import type { FrameDraft } from "../gateway/frame.ts";
import { type Acknowledgement, isFreeEvent, type PushOutcome } from "../gateway/push.ts";
import type { Pusher } from "../gateway/pusher.ts";
import { withoutContent } from "../gateway/quota-notice.ts";
import type { Log } from "../instruments/log.ts";
import type { UsageCounter } from "../instruments/usage.ts";
import type { Warnings } from "../instruments/warnings.ts";
import { settingsOf } from "../world/facts.ts";
import type { MessageStore } from "../world/messages.ts";
import type { App } from "../world/records.ts";
import type { World } from "../world/world.ts";
import { type EventDraft, eventFrame } from "./event.ts";
import { postCardCallback, postMessage } from "./http-push.ts";
import type { HttpPusher } from "./http-pusher.ts";
import { postEvent } from "./post-event.ts";

/** Pushes messages, events and card callbacks to apps. */
export interface Deliveries {
  /** Pushes a person's message until it is acknowledged or lost; the message's `delivery` tells the outcome. */
  message(sent: MessageDelivery): void;
  event(app: App, event: EventDraft): void;
  /** The app's answer to a press as JSON text; undefined when none arrived in time. */
  cardCallback(pressed: CallbackDelivery): Promise<string | undefined>;
  /** Cancels all deliveries without another attempt. */
  cancelAll(): void;
}

export interface MessageDelivery {
  app: App;
  userId: string;
  messageId: string;
  body: object;
}

export interface CallbackDelivery {
  app: App;
  userId: string;
  /** Set where the card was created with `callbackType: HTTP`. */
  route: { url: string; apiSecret: string | undefined } | undefined;
  /** Default: the topic of presses. */
  topic?: string;
  body: object;
}

export interface DeliveryDeps {
  world: World;
  messages: MessageStore;
  pusher: Pusher;
  httpPusher: HttpPusher;
  warnings: Warnings;
  usage: UsageCounter;
  activity: Activity;
  log: Log;
  /** Shows in a chat what an app answered to a pushed message over HTTP. */
  showHttpReply(app: App, sent: MessageDelivery, reply: string): void;
}

export function makeDeliveries(deps: DeliveryDeps): Deliveries {
  const track = async (work: Promise<unknown>): Promise<void> => {
    const end = deps.activity.begin();
    try {
      await work;
    } catch (error) {
      deps.log.error({ error: String(error) }, "delivery failed");
    } finally {
      end();
    }
  };
  return {
    message: (sent) => void track(deliverMessage(deps, sent)),
    event: (app, event) => void track(deliverEvent(deps, app, event)),
    cancelAll: () => {
      deps.pusher.cancelAll();
      deps.httpPusher.cancelAll();
    },
    cardCallback: async (pressed) => {
      const end = deps.activity.begin();
      try {
        return await pushCardCallback(deps, pressed);
      } finally {
        end();
      }
    },
  };
}

async function deliverMessage(deps: DeliveryDeps, sent: MessageDelivery): Promise<void> {
  const { redeliverAfterMs, redeliveries } = settingsOf(deps.world);
  for (let attempt = 0; attempt <= redeliveries; attempt += 1) {
    const data = contentOf(deps, sent);
    const outcome = await pushMessage(deps, sent, { data, ackTimeoutMs: redeliverAfterMs });
    if (outcome.kind === "answered") return deps.messages.update(sent.messageId, { delivery: "acknowledged" });
    if (outcome.kind === "unreachable") break;
  }
  // Another robot mentioned in it may have heard it.
  const reached = deps.world.messages.get(sent.messageId)?.delivery === "acknowledged";
  if (!reached) deps.messages.update(sent.messageId, { delivery: "lost" });
}

/**
 * Once the monthly pushes are used up, a message carries an error instead of its content, if the setting enforces it.
 */
function contentOf({ world, usage }: DeliveryDeps, { body }: MessageDelivery): string {
  const { monthlyPushes } = settingsOf(world);
  const data = JSON.stringify(body);
  return monthlyPushes > 0 && usage.month().pushes >= monthlyPushes ? withoutContent(data) : data;
}

async function pushMessage(
  deps: DeliveryDeps,
  sent: MessageDelivery,
  { data, ackTimeoutMs }: { data: string; ackTimeoutMs: number },
): Promise<PushOutcome> {
  if (sent.app.mode === "http") {
    const { app, userId } = sent;
    if (app.messageUrl === undefined) {
      deps.warnings.add("message.noUrl", `应用 ${app.clientId} 收消息用 HTTP，但没有设置消息地址，收不到消息`);
      return { kind: "unreachable" };
    }
    deps.usage.countPush();
    const push = { app, userIds: [userId], topic: topics.robotMessage, body: data, timeoutMs: ackTimeoutMs };
    const again = deps.httpPusher.retryAfter(ackTimeoutMs);
    const reply = await postMessage(deps.httpPusher, push);
    if (reply === undefined) return { kind: (await again()) ? "unanswered" : "unreachable" };
    deps.showHttpReply(sent.app, sent, reply);
    return { kind: "answered", code: 200, data: reply };
  }
  return deps.pusher.push({
    clientId: sent.app.clientId,
    type: "CALLBACK",
    topic: topics.robotMessage,
    data,
    userId: sent.userId,
    ackTimeoutMs,
    accepts: isOk,
  });
}

/** A failed event comes again after these times, each counted from the attempt before. Source: the page of failed events. */
const EVENT_RETRIES_MS = [10_000, 30_000];
/** Source: the page of the rational use of resources. */
const EVENT_ANSWER_MS = { http: 2_500, stream: 3_000 };

async function deliverEvent(deps: DeliveryDeps, app: App, event: EventDraft): Promise<void> {
  const frame = eventFrame(deps.world, app, event);
  const { redeliverAfterMs, redeliveries } = settingsOf(deps.world);
  if (await pushEvent(deps, app, frame)) return;
  for (const wait of redeliveries === 0 ? [] : EVENT_RETRIES_MS) {
    if (!(await deps.httpPusher.retryAfter(Math.min(wait, redeliverAfterMs))())) return;
    if (await pushEvent(deps, app, frame)) return;
  }
}

/** One attempt. @returns whether the event is settled: accepted, or nobody is there to hear it */
async function pushEvent(deps: DeliveryDeps, app: App, frame: FrameDraft): Promise<boolean> {
  const timeoutMs = Math.min(EVENT_ANSWER_MS[app.mode], settingsOf(deps.world).redeliverAfterMs);
  if (app.mode === "http") {
    if (!isFreeEvent(frame)) deps.usage.countPush();
    return postEvent(app, frame, { ...deps, timeoutMs });
  }
  const push = { ...frame, clientId: app.clientId, ackTimeoutMs: timeoutMs, accepts: isAccepted };
  const outcome = await deps.pusher.push(push);
  if (outcome.kind === "answered" && !outcome.data.includes("SUCCESS")) {
    deps.warnings.add("event.noStatus", `应用 ${app.clientId} 对事件的应答没有 SUCCESS，真实平台可能重推`);
  }
  return outcome.kind !== "unanswered";
}

const isOk = ({ code }: Acknowledgement): boolean => code === 200;

/**
 * `LATER` requests the event again. An answer without a status counts as success: an official client sends no other.
 * Sources: samples 21–23, reference §2.3.
 */
const isAccepted = (ack: Acknowledgement): boolean => isOk(ack) && !/"status"\s*:\s*"LATER"/.test(ack.data);

async function pushCardCallback(
  deps: DeliveryDeps,
  { app, userId, route, topic = topics.cardCallback, body }: CallbackDelivery,
): Promise<string | undefined> {
  const ackTimeoutMs = settingsOf(deps.world).cardAnswerMs;
  const data = JSON.stringify(body);
  if (route !== undefined) {
    deps.usage.countPush();
    const push = { app, userIds: [userId], topic, body: data, timeoutMs: ackTimeoutMs };
    return postCardCallback(deps.httpPusher, route, push);
  }
  const outcome = await deps.pusher.push({
    clientId: app.clientId,
    type: "CALLBACK",
    topic,
    data,
    userId,
    ackTimeoutMs,
  });
  return outcome.kind === "answered" && outcome.code === 200 ? outcome.data : undefined;
}
