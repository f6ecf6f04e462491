import { createHmac } from "node:crypto";
import type { HttpPost, HttpPusher } from "./http-pusher.ts";

/** Base64 of an HMAC-SHA256, as every signed push of the platform carries it. */
const signature = (key: string, text: string): string => createHmac("sha256", key).update(text).digest("base64");

type Unsigned = Omit<HttpPost, "headers" | "url">;

/** A robot message over HTTP: `timestamp` and `sign` over it with the app's secret. */
export function postMessage(httpPusher: HttpPusher, message: Unsigned): Promise<string | undefined> {
  const { clientSecret, messageUrl = "" } = message.app;
  const timestamp = String(Date.now());
  const sign = signature(clientSecret, `${timestamp}\n${clientSecret}`);
  return httpPusher.post({ ...message, url: messageUrl, headers: { timestamp, sign } });
}

export interface CallbackAddress {
  url: string;
  apiSecret: string | undefined;
}

/** A card callback to a registered address, signed with the route's secret where it has one. */
export async function postCardCallback(
  httpPusher: HttpPusher,
  { url, apiSecret }: CallbackAddress,
  callback: Unsigned,
): Promise<string | undefined> {
  const timestamp = String(Date.now());
  const headers: Record<string, string> =
    apiSecret === undefined
      ? {}
      : { "x-ddpaas-signature-timestamp": timestamp, "x-ddpaas-signature": signature(apiSecret, timestamp) };
  const text = await httpPusher.post({ ...callback, url, headers });
  return text === undefined ? undefined : `{"response":${text === "" ? "null" : text}}`;
}
