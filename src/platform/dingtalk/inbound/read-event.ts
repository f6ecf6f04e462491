import { createHash } from "node:crypto";
import { type Frame, httpEventSchema } from "dingtalk-payloads";
import type { PlatformEvent } from "../../chat/ports.ts";

/** The platform's names for what the rest of the code has words for. */
const ourName: Record<string, string> = { openConversationId: "group", processQueryKey: "receipt" };

function rename([name, value]: [string, unknown]): [string, unknown] {
  if (name === "userId") return [Array.isArray(value) ? "people" : "person", value];
  return [ourName[name] ?? name, value];
}

const renamed = (data: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(data).map(rename));

/** An event frame: its name and id stand in the headers, `data` is the inner payload only. */
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
 * An event over HTTP: the same facts with capitalised names. Without a `BizId` the plain text itself names it.
 * @throws ZodError when it names no event type
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
