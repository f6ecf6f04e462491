import { createHmac } from "node:crypto";
import type { App } from "../world/records.ts";
import { post } from "./post-json.ts";

/** Base64 of an HMAC-SHA256, as every signed push of the platform carries it. */
const signature = (key: string, text: string): string => createHmac("sha256", key).update(text).digest("base64");

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
