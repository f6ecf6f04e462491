import { z } from "zod";
import type { Parts } from "../parts.ts";
import { platformCall } from "../platform/call.ts";
import { PlatformError } from "../platform/errors.ts";
import { isDingTalk } from "../proxy/hosts.ts";
import { settingsOf } from "../world/facts.ts";

/** Only a program that goes through the proxy reaches it. Source: samples 01–03. */
const DINGTALK_ENDPOINT = "wss://wss-open-connection.dingtalk.com:443/connect";

/** Hands out the address and the ticket of one stream. Sources: samples 01–03. */
export const openConnection = ({ world, tickets, baseUrl }: Parts) =>
  platformCall({
    method: "POST",
    path: "/v1.0/gateway/connections/open",
    gateway: "api",
    auth: "none",
    counted: false,
    body: z.object({
      clientId: z.string().default(""),
      clientSecret: z.string().default(""),
      subscriptions: z.array(z.object({ type: z.string(), topic: z.string() })).default([]),
    }),
    run: ({ body: { clientId, clientSecret, subscriptions }, request }) => {
      if (world.apps.get(clientId)?.clientSecret !== clientSecret) {
        throw new PlatformError(401, "authFailed", "鉴权失败");
      }
      const own = `${baseUrl().replace(/^http/, "ws")}/connect`;
      const wantsWss = isDingTalk(request.host) && settingsOf(world).proxiedEndpoint === "wss";
      return { endpoint: wantsWss ? DINGTALK_ENDPOINT : own, ticket: tickets.issue({ clientId, subscriptions }) };
    },
  });
