import { z } from "zod";
import type { Clock } from "../clock/emulated-clock.ts";
import { shanghaiIso } from "../clock/shanghai-time.ts";
import { type ControlRoute, controlRoute } from "../control-api/control-route.ts";
import type { Connections } from "../gateway/connections.ts";
import type { Conversations } from "../world/conversations.ts";
import { seedSchema } from "../world/seed.ts";
import type { World } from "../world/world.ts";
import { botEnvironment } from "./environment.ts";
import type { Reset } from "./reset.ts";
import { readSettingsRoute, updateSettingsRoute } from "./settings-routes.ts";

interface Deps {
  world: World;
  conversations: Conversations;
  clock: Clock;
  connections: Connections;
  /** Where this emulator listens, without a trailing slash. */
  baseUrl(): string;
}

/**
 * State, settings and reset.
 * @param announced called after a reset
 */
export const worldRoutes = (deps: Deps, reset: Reset, announced: () => void): ControlRoute[] => [
  stateRoute(deps),
  environmentRoute(deps),
  readSettingsRoute(deps),
  updateSettingsRoute(deps),
  resetRoute(deps, reset, announced),
];

const stateRoute = (deps: Pick<Deps, "world" | "conversations" | "clock" | "connections">) =>
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
      now: shanghaiIso(deps.clock.now()),
      users: [...deps.world.users.values()],
      conversations: deps.conversations.all(),
      robots: [...deps.world.apps.values()].map(({ robotCode, clientId, name }) => ({
        robotCode,
        clientId,
        name,
        connections: deps.connections.count(clientId),
      })),
    }),
  });

const environmentRoute = ({ world, baseUrl }: Pick<Deps, "world" | "baseUrl">) =>
  controlRoute({
    method: "GET",
    path: "/env",
    summary: "The environment of a bot on this emulator.",
    reply: z.record(z.string(), z.string()),
    run: () => botEnvironment(world, baseUrl()),
  });

const resetRoute = ({ clock }: Pick<Deps, "clock">, reset: Reset, announced: () => void) =>
  controlRoute({
    method: "POST",
    path: "/reset",
    summary: "Resets everything to first start: people, chats, cards, clock and every registered bot.",
    body: z.object({ seed: seedSchema.optional() }),
    reply: z.object({ now: z.string() }),
    run: async ({ body }) => {
      await reset(body.seed);
      announced();
      return { now: shanghaiIso(clock.now()) };
    },
  });
