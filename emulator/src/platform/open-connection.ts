import { z } from "zod";
import type { Tickets } from "../gateway/tickets.ts";
import type { Warnings } from "../instruments/warnings.ts";
import { isDingTalk } from "../net/hosts.ts";
import { settingsOf } from "../world/facts.ts";
import type { World } from "../world/world.ts";
import { platformCall } from "./call.ts";
import { PlatformError } from "./errors.ts";

interface Deps {
  world: World;
  tickets: Tickets;
  warnings: Warnings;
  /** Where this emulator listens, without a trailing slash. */
  baseUrl(): string;
  /** The encrypted address of the stream; undefined without a proxy. */
  secureEndpoint(): string | undefined;
}

/** The official Java client supports only `wss:`. Source: its `TransportProtocol`. */
const ONLY_WSS = /^java\//;

/** Issues the address and the ticket of one stream. Sources: samples 01–03. */
export const openConnection = ({ world, tickets, warnings, baseUrl, secureEndpoint }: Deps) =>
  platformCall({
    method: "POST",
    path: "/v1.0/gateway/connections/open",
    gateway: "api",
    auth: "none",
    counted: false,
    body: z.object({
      clientId: z.string().default(""),
      clientSecret: z.string().default(""),
      ua: z.string().catch(""),
      subscriptions: z.array(z.object({ type: z.string(), topic: z.string() })).default([]),
    }),
    run: ({ body: { clientId, clientSecret, ua, subscriptions }, request }) => {
      if (world.apps.get(clientId)?.clientSecret !== clientSecret) {
        throw new PlatformError(401, "authFailed", "鉴权失败");
      }
      if (subscriptions.some(({ type, topic }) => type === "EVENT" && topic !== "*")) {
        warnings.add("stream.eventTopic", `应用 ${clientId} 订阅的事件主题不是 *，真实平台只支持 *`);
      }
      const byName = isDingTalk(request.headers.host ?? "");
      const wanted = settingsOf(world).streamEndpoint;
      const secure = wanted === "wss" || (wanted === "auto" && ONLY_WSS.test(ua)) ? secureEndpoint() : undefined;
      const endpoint = secure ?? `${baseUrl().replace(/^http/, "ws")}/connect`;
      return { endpoint, ticket: tickets.issue({ clientId, subscriptions, byName }) };
    },
  });
