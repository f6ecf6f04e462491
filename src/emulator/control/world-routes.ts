import { z } from "zod";
import { shanghaiIso } from "../../shared/civil-date.ts";
import type { Parts } from "../parts.ts";
import { keepFacts, settingsOf } from "../world/facts.ts";
import type { Reset } from "../world/reset.ts";
import { seedSchema } from "../world/seed.ts";
import { type ControlRoute, controlRoute } from "./control-route.ts";
import { botEnvironment } from "./environment.ts";

const settingsSchema = z.object({
  redeliverAfterMs: z.int().nonnegative(),
  redeliveries: z.int().nonnegative(),
  strict: z.boolean(),
  cardAnswerMs: z.int().positive(),
  ticketMs: z.int().nonnegative(),
  callsPerSecond: z.int().positive(),
});

/**
 * What there is, how it behaves, and back to the beginning.
 * @param announced hears of the time after a reset
 */
export function worldRoutes(parts: Parts, reset: Reset, announced: () => void): ControlRoute[] {
  const { world } = parts;
  return [
    controlRoute({
      method: "GET",
      path: "/state",
      summary: "People, chats and robots; never a secret.",
      reply: z.object({
        now: z.string(),
        users: z.array(z.looseObject({ userId: z.string(), name: z.string() })),
        conversations: z.array(z.looseObject({ conversationId: z.string(), title: z.string() })),
        robots: z.array(z.looseObject({ robotCode: z.string(), connections: z.number() })),
      }),
      run: () => ({
        now: shanghaiIso(parts.clock.now()),
        users: [...world.users.values()],
        conversations: parts.conversations.all(),
        robots: [...world.apps.values()].map(({ robotCode, clientId, name }) => ({
          robotCode,
          clientId,
          name,
          connections: parts.connections.count(clientId),
        })),
      }),
    }),
    controlRoute({
      method: "GET",
      path: "/env",
      summary: "The environment of a bot that is to run on this emulator.",
      reply: z.record(z.string(), z.string()),
      run: () => botEnvironment(world, parts.baseUrl()),
    }),
    controlRoute({
      method: "GET",
      path: "/settings",
      summary: "How unconfirmed behaviour of the platform is played.",
      reply: settingsSchema,
      run: () => settingsOf(world),
    }),
    controlRoute({
      method: "POST",
      path: "/settings",
      summary: "Changes the settings named.",
      body: settingsSchema.partial(),
      reply: settingsSchema,
      run: ({ body }) => {
        const given = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
        keepFacts(world, { settings: { ...settingsOf(world), ...given } });
        return settingsOf(world);
      },
    }),
    controlRoute({
      method: "POST",
      path: "/reset",
      summary: "Everything as at first start: people, chats, cards, clock and every registered bot.",
      body: z.object({ seed: seedSchema.optional() }),
      reply: z.object({ now: z.string() }),
      run: async ({ body }) => {
        await reset(body.seed);
        announced();
        return { now: shanghaiIso(parts.clock.now()) };
      },
    }),
  ];
}
