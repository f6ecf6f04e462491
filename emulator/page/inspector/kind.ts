import type { TrafficEntry } from "../../src/contract/instruments.ts";
import { textAt, unfold, valueAt } from "./json.ts";

/**
 * A push to the bot, a call of the bot, or its acknowledgement of a push. A push over HTTP is also a call; its reply
 * is the acknowledgement.
 */
export type TrafficKind = "push" | "call" | "ack";

export const kindOf = ({ kind, way }: TrafficEntry): TrafficKind =>
  way === "toBot" ? "push" : kind === "http" ? "call" : "ack";

export const KIND_LABELS: Record<TrafficKind, string> = { push: "推送", call: "调用", ack: "应答" };

export const MESSAGE_TOPIC = "/v1.0/im/bot/messages/get";
export const CARD_TOPIC = "/v1.0/card/instances/callback";

/** The topic of a push; for an event over HTTP its type. */
export const topicOf = ({ kind, name }: TrafficEntry): string => (kind === "http" ? name.replace(/^POST /, "") : name);

/** The payload of a push, with JSON in its strings parsed. */
export const pushPayload = ({ kind, request }: TrafficEntry): unknown =>
  unfold(valueAt(request, kind === "http" ? "body" : "data"));

/** The type of the event in a push; empty for others. */
export const eventTypeOf = (push: TrafficEntry): string =>
  push.kind === "http" ? textAt(push.request, "body", "EventType") : textAt(push.request, "headers", "eventType");

/** The id shared by a frame and its acknowledgement; empty for HTTP. */
export const messageIdOf = ({ kind, request }: TrafficEntry): string =>
  kind === "frame" ? textAt(request, "headers", "messageId") : "";

/** The answer to a ping, which is not recorded itself. */
export const isPingAnswer = (entry: TrafficEntry): boolean =>
  kindOf(entry) === "ack" && textAt(unfold(valueAt(entry.request, "data")), "opaque") !== "";
