import { z } from "zod";
import { CUSTOM_ROBOT } from "../custom-robot/custom-robot.ts";
import { platformCall } from "../platform/call.ts";
import { PlatformError } from "../platform/errors.ts";
import type { World } from "../world/world.ts";

interface Deps {
  world: World;
}

const OF_TEMPLATE = 1;
const OF_APP = 2;

/** The robots of a group, including its custom one. */
export const groupRobots = ({ world }: Deps) =>
  platformCall({
    method: "POST",
    path: "/v1.0/robot/groups/robots/query",
    gateway: "api",
    auth: "token",
    counted: true,
    failure: "system.error",
    body: z.object({ openConversationId: z.string().default("") }),
    run: ({ body }) => {
      const group = world.groups.get(body.openConversationId);
      // Spelt as its page spells it.
      if (group === undefined) throw new PlatformError(400, "illegal.openconevrsation.id", "无效的会话id");
      const robots = [...world.apps.values()].filter(({ robotCode }) => group.robotCodes.includes(robotCode));
      const describe = (robotCode: string, name: string, openRobotType: number) => ({
        robotCode,
        name,
        downloadIconURL: "",
        openRobotType,
      });
      return {
        chatbotInstanceVOList: [
          ...robots.map(({ robotCode, name }) => describe(robotCode, name, OF_APP)),
          describe(CUSTOM_ROBOT, CUSTOM_ROBOT, OF_TEMPLATE),
        ],
      };
    },
  });
