import { createHash } from "node:crypto";
import { type Frame, httpEventSchema } from "dingtalk-payloads";
import type { PlatformEvent } from "../../chat/ports.ts";

/** Ids of the platform that have a name outside the adapter. */
const NAMES: Record<string, string> = { openConversationId: "group", processQueryKey: "receipt" };

function rename([name, value]: [string, unknown]): [string, unknown] {
  if (name === "userId") return [Array.isArray(value) ? "people" : "person", value];
  return [NAMES[name] ?? name, value];
}

const renamed = (data: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(data).map(rename));

/** An event of the stream: type and id are in the headers, `data` is the payload. */
export const readEvent = (headers: Frame["headers"], data: Record<string, unknown>): PlatformEvent => ({
  kind: "event",
  eventId: headers.eventId ?? headers.messageId,
  type: headers.eventType ?? "unknown",
  data: renamed(data),
});

const lowerFirst = ([name, value]: [string, unknown]): [string, unknown] => [
  name.charAt(0).toLowerCase() + name.slice(1),
  value,
];

/**
 * An event over HTTP: the same fields with capitalised names. Without a `BizId`, a hash of the content serves as id.
 * @throws ZodError when the event type is missing
 */
export function readHttpEvent(data: Record<string, unknown>): PlatformEvent {
  const { EventType, BizId } = httpEventSchema.parse(data);
  const eventId = BizId ?? createHash("sha256").update(JSON.stringify(data)).digest("hex");
  return {
    kind: "event",
    eventId,
    type: EventType,
    data: renamed(Object.fromEntries(Object.entries(data).map(lowerFirst))),
  };
}
