import { z } from "zod";
import { shanghaiIso } from "../clock/shanghai-time.ts";
import { type ControlRoute, controlRoute } from "../control-api/control-route.ts";
import type { Parts } from "../parts.ts";
import { seedSchema } from "../world/seed.ts";
import { botEnvironment } from "./environment.ts";
import type { Reset } from "./reset.ts";
import { changeSettingsRoute, readSettingsRoute } from "./settings-routes.ts";

/**
 * What there is, how it behaves, and back to the beginning.
 * @param announced hears of a reset
 */
export const worldRoutes = (parts: Parts, reset: Reset, announced: () => void): ControlRoute[] => [
  stateRoute(parts),
  environmentRoute(parts),
  readSettingsRoute(parts),
  changeSettingsRoute(parts),
  resetRoute(parts, reset, announced),
];

const stateRoute = (parts: Parts) =>
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
      users: [...parts.world.users.values()],
      conversations: parts.conversations.all(),
      robots: [...parts.world.apps.values()].map(({ robotCode, clientId, name }) => ({
        robotCode,
        clientId,
        name,
        connections: parts.connections.count(clientId),
      })),
    }),
  });

const environmentRoute = ({ world, baseUrl }: Parts) =>
  controlRoute({
    method: "GET",
    path: "/env",
    summary: "The environment of a bot that is to run on this emulator.",
    reply: z.record(z.string(), z.string()),
    run: () => botEnvironment(world, baseUrl()),
  });

const resetRoute = ({ clock }: Parts, reset: Reset, announced: () => void) =>
  controlRoute({
    method: "POST",
    path: "/reset",
    summary: "Everything as at first start: people, chats, cards, clock and every registered bot.",
    body: z.object({ seed: seedSchema.optional() }),
    reply: z.object({ now: z.string() }),
    run: async ({ body }) => {
      await reset(body.seed);
      announced();
      return { now: shanghaiIso(clock.now()) };
    },
  });
