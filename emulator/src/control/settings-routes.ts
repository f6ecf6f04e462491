import { z } from "zod";
import { controlRoute } from "../control-api/control-route.ts";
import { saveFacts, settingsOf } from "../world/facts.ts";
import type { World } from "../world/world.ts";

interface Deps {
  world: World;
}

const settingsSchema = z.object({
  redeliverAfterMs: z.int().nonnegative(),
  redeliveries: z.int().nonnegative(),
  strict: z.boolean(),
  cardAnswerMs: z.int().positive(),
  ticketMs: z.int().nonnegative(),
  callsPerSecond: z.int().positive(),
  monthlyApiCalls: z.int().nonnegative(),
  monthlyPushes: z.int().nonnegative(),
  streamEndpoint: z.enum(["auto", "ws", "wss"]),
  sessionWebhook: z.enum(["auto", "local", "dingtalk"]),
});

export const readSettingsRoute = ({ world }: Deps) =>
  controlRoute({
    method: "GET",
    path: "/settings",
    summary: "How unconfirmed behaviour of the platform is emulated.",
    reply: settingsSchema,
    run: () => settingsOf(world),
  });

export const updateSettingsRoute = ({ world }: Deps) =>
  controlRoute({
    method: "POST",
    path: "/settings",
    summary: "Changes the given settings.",
    body: settingsSchema.partial().strict(),
    reply: settingsSchema,
    run: ({ body }) => {
      const given = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
      saveFacts(world, { settings: { ...settingsOf(world), ...given } });
      return settingsOf(world);
    },
  });
