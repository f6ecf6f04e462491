import { createHmac } from "node:crypto";
import type { FrameDraft } from "../gateway/frame.ts";
import type { App } from "../world/records.ts";
import { sealEvent } from "./seal-event.ts";

/** Base64 of an HMAC-SHA256, as every signed push of the platform carries it. */
const signature = (key: string, text: string): string => createHmac("sha256", key).update(text).digest("base64");

interface Post {
  url: string;
  headers: Record<string, string>;
  body: string;
  withinMs: number;
}

/** The reply's text; undefined for no answer in time and every status but 2xx. */
async function post({ url, headers, body, withinMs }: Post): Promise<string | undefined> {
  try {
    const reply = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json; charset=utf-8", ...headers },
      body,
      signal: AbortSignal.timeout(withinMs),
    });
    const text = await reply.text();
    return reply.ok ? text : undefined;
  } catch {
    return undefined;
  }
}

/** A robot message over HTTP: `timestamp` and `sign` over it with the app's secret. */
export function postMessage(app: App, body: string, withinMs: number): Promise<string | undefined> {
  const timestamp = String(Date.now());
  const sign = signature(app.clientSecret, `${timestamp}\n${app.clientSecret}`);
  return post({ url: app.messageUrl ?? "", headers: { timestamp, sign }, body, withinMs });
}

/** A card callback to a registered address, signed with the route's secret where it has one. */
export function postCardCallback(
  route: { url: string; apiSecret: string | undefined },
  body: string,
  withinMs: number,
): Promise<string | undefined> {
  const timestamp = String(Date.now());
  const headers =
    route.apiSecret === undefined
      ? {}
      : {
          "x-ddpaas-signature-timestamp": timestamp,
          "x-ddpaas-signature": signature(route.apiSecret, timestamp),
        };
  return post({ url: route.url, headers, body, withinMs }).then((text) =>
    text === undefined ? undefined : `{"response":${text === "" ? "null" : text}}`,
  );
}

/** An event in its encrypted envelope. @returns whether the app answered */
export async function postEvent(app: App, frame: FrameDraft, withinMs: number): Promise<boolean> {
  const { eventUrl, eventToken, eventAesKey } = app;
  if (eventUrl === undefined || eventToken === undefined || eventAesKey === undefined) return true;
  const headers = frame.extraHeaders ?? {};
  const text = JSON.stringify({
    ...JSON.parse(frame.data),
    EventType: headers.eventType,
    EventTime: Number(headers.eventBornTime),
    CorpId: headers.eventCorpId,
    BizId: headers.eventId,
  });
  const { query, encrypt } = sealEvent(text, { token: eventToken, aesKey: eventAesKey, owner: app.clientId });
  const url = `${eventUrl}${eventUrl.includes("?") ? "&" : "?"}${query}`;
  const reply = await post({ url, headers: {}, body: JSON.stringify({ encrypt }), withinMs });
  return reply !== undefined;
}
