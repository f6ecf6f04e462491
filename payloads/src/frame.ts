import { z } from "zod";
import { maybeText, plainText } from "./lenient.ts";

/** Topics of pushed frames that this product subscribes to. */
export const topics = {
  robotMessage: "/v1.0/im/bot/messages/get",
  cardCallback: "/v1.0/card/instances/callback",
  event: "*",
} as const;

/** Headers of a pushed frame. Events carry their own names here; `topic` of an event is `*` or `dingTalk`. */
export const frameHeadersSchema = z.looseObject({
  messageId: plainText,
  topic: plainText.default(""),
  contentType: z.string().optional(),
  appId: z.string().optional(),
  connectionId: z.string().optional(),
  /** Milliseconds, as text. */
  time: plainText.optional(),
  eventType: maybeText,
  eventId: maybeText,
  eventCorpId: maybeText,
  eventBornTime: maybeText,
  eventUnifiedAppId: maybeText,
});

/** One text frame from the platform. `data` is JSON as text: it is decoded a second time by the topic's schema. */
export const frameSchema = z.looseObject({
  specVersion: z.string().optional(),
  type: z.enum(["SYSTEM", "EVENT", "CALLBACK"]),
  headers: frameHeadersSchema,
  data: z.string().default("{}"),
});
export type Frame = z.output<typeof frameSchema>;

/** What the client answers to a frame; `data` is JSON as text. */
export const ackSchema = z.object({
  code: z.number(),
  headers: z.looseObject({ contentType: z.string().optional(), messageId: z.string() }),
  message: z.string().optional(),
  data: z.string(),
});
export type Ack = z.output<typeof ackSchema>;

export const eventAckDataSchema = z.object({ status: z.enum(["SUCCESS", "LATER"]), message: z.string().optional() });
export type EventAckData = z.output<typeof eventAckDataSchema>;

/** `data` of a SYSTEM ping is echoed as it came. */
export const pingDataSchema = z.object({ opaque: z.string() });
export const disconnectDataSchema = z.object({ reason: z.string() });
