import { createHmac } from "node:crypto";
import type { World } from "../world/world.ts";

/**
 * The custom robot that every group has. Nothing is stored: token and secret are derived from the conversation and
 * the first app.
 */
export interface CustomRobot {
  conversationId: string;
  /** 64 hexadecimal digits, as the platform's. */
  accessToken: string;
  /** For signing; `SEC` and 64 hexadecimal digits. */
  secret: string;
}

/** The sender of its messages. */
export const CUSTOM_ROBOT = "自定义机器人";

function customRobotOf(world: World, conversationId: string): CustomRobot {
  const [app] = world.apps.values();
  const derive = (what: string): string =>
    createHmac("sha256", app?.clientSecret ?? "")
      .update(`${what} ${conversationId}`)
      .digest("hex");
  return { conversationId, accessToken: derive("access_token"), secret: `SEC${derive("secret")}` };
}

export const customRobots = (world: World): CustomRobot[] =>
  [...world.groups.values()].map(({ conversationId }) => customRobotOf(world, conversationId));
