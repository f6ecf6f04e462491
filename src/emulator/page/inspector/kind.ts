import type { TrafficEntry } from "../../instruments/contract.ts";
import { dig, textAt, unfold } from "./json.ts";

/** A push to the bot, a call of the bot's, or its acknowledgement of a push. */
export type TrafficKind = "push" | "call" | "ack";

export const kindOf = ({ kind, way }: TrafficEntry): TrafficKind =>
  kind === "http" ? "call" : way === "toBot" ? "push" : "ack";

export const KIND_WORDS: Record<TrafficKind, string> = { push: "帧", call: "调用", ack: "应答" };

export const MESSAGE_TOPIC = "/v1.0/im/bot/messages/get";
export const CARD_TOPIC = "/v1.0/card/instances/callback";

/** What a frame and its acknowledgement have in common; empty for calls. */
export const messageIdOf = ({ kind, request }: TrafficEntry): string =>
  kind === "frame" ? textAt(request, "headers", "messageId") : "";

/** The answer to a ping, which is not recorded itself. */
export const isPingAnswer = (entry: TrafficEntry): boolean =>
  kindOf(entry) === "ack" && textAt(unfold(dig(entry.request, "data")), "opaque") !== "";
