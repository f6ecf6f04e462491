import type { TrafficEntry } from "../../src/contract/instruments.ts";
import { textAt, unfold, valueAt } from "./json.ts";

/**
 * A push to the bot, a call of the bot's, or its acknowledgement of a push. What is pushed over HTTP is a call as well,
 * whose reply is the acknowledgement.
 */
export type TrafficKind = "push" | "call" | "ack";

export const kindOf = ({ kind, way }: TrafficEntry): TrafficKind =>
  way === "toBot" ? "push" : kind === "http" ? "call" : "ack";

export const KIND_LABELS: Record<TrafficKind, string> = { push: "推送", call: "调用", ack: "应答" };

export const MESSAGE_TOPIC = "/v1.0/im/bot/messages/get";
export const CARD_TOPIC = "/v1.0/card/instances/callback";

/** Of a push, over a stream or over HTTP; an event's over HTTP is its type. */
export const topicOf = ({ kind, name }: TrafficEntry): string => (kind === "http" ? name.replace(/^POST /, "") : name);

/** The payload of a push, with JSON in its strings parsed. */
export const pushPayload = ({ kind, request }: TrafficEntry): unknown =>
  unfold(valueAt(request, kind === "http" ? "body" : "data"));

/** The type of the event in a push; empty for others. */
export const eventTypeOf = (push: TrafficEntry): string =>
  push.kind === "http" ? textAt(push.request, "body", "EventType") : textAt(push.request, "headers", "eventType");

/** What a frame and its acknowledgement have in common; empty for what goes over HTTP. */
export const messageIdOf = ({ kind, request }: TrafficEntry): string =>
  kind === "frame" ? textAt(request, "headers", "messageId") : "";

/** The answer to a ping, which is not recorded itself. */
export const isPingAnswer = (entry: TrafficEntry): boolean =>
  kindOf(entry) === "ack" && textAt(unfold(valueAt(entry.request, "data")), "opaque") !== "";
