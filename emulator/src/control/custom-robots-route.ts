import { z } from "zod";
import { controlRoute } from "../control-api/control-route.ts";
import { customRobots } from "../custom-robot/custom-robot.ts";
import type { World } from "../world/world.ts";

interface Deps {
  world: World;
  /** Where this emulator listens, without a trailing slash. */
  baseUrl(): string;
}

/** Gives programs the addresses and secrets that an administrator would copy from a group's settings. */
export const customRobotsRoute = ({ world, baseUrl }: Deps) =>
  controlRoute({
    method: "GET",
    path: "/page/custom-robots",
    summary: "The custom robot of each group: its webhook and its secret.",
    reply: z.object({ robots: z.array(z.looseObject({ conversationId: z.string(), secret: z.string() })) }),
    run: () => ({
      robots: customRobots(world).map((robot) => ({
        ...robot,
        title: world.groups.get(robot.conversationId)?.title ?? "",
        webhook: `${baseUrl()}/robot/send?access_token=${robot.accessToken}`,
      })),
    }),
  });
