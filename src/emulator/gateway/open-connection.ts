import { z } from "zod";
import type { Parts } from "../parts.ts";
import { platformCall } from "../platform/call.ts";
import { PlatformError } from "../platform/errors.ts";

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
    run: ({ body: { clientId, clientSecret, subscriptions } }) => {
      if (world.apps.get(clientId)?.clientSecret !== clientSecret) {
        throw new PlatformError(401, "authFailed", "鉴权失败");
      }
      const endpoint = `${baseUrl().replace(/^http/, "ws")}/connect`;
      return { endpoint, ticket: tickets.issue({ clientId, subscriptions }) };
    },
  });
