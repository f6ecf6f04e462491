import { randomBytes } from "node:crypto";
import type { Connection } from "./connections.ts";

/** A frame from the server, as the stream protocol writes it; `data` is a string of JSON. */
export interface Frame {
  specVersion: "1.0";
  type: "SYSTEM" | "EVENT" | "CALLBACK";
  headers: FrameHeaders;
  data: string;
}

export interface FrameHeaders {
  appId: string;
  connectionId: string;
  contentType: string;
  messageId: string;
  /** ms, as a string */
  time: string;
  topic: string;
}

export interface FrameDraft {
  type: Frame["type"];
  topic: string;
  data: string;
  /** Additional headers of events. */
  extraHeaders?: Record<string, string>;
}

export function makeFrame(connection: Connection, { type, topic, data, extraHeaders }: FrameDraft): Frame {
  return {
    specVersion: "1.0",
    type,
    headers: {
      appId: connection.appId,
      connectionId: connection.connectionId,
      contentType: "application/json",
      messageId: makeMessageId(),
      time: String(Date.now()),
      topic,
      ...extraHeaders,
    },
    data,
  };
}

/** Resembles the platform's: four groups of hexadecimal digits. */
function makeMessageId(): string {
  const hex = randomBytes(12).toString("hex");
  return `${hex.slice(0, 8)}_${hex.slice(8, 11)}_${Date.now().toString(16)}_${hex.slice(11, 18)}`;
}
