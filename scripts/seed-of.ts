import type { Seed } from "dingtalk-emulator/contract.ts";
import type { Roster } from "../src/campaign/definition/schema/roster.ts";

/** Id of the card template in the demo organisation; the platform's are of this form. */
const BOARD_TEMPLATE = "5f1e0c52-7a3b-4d0e-9c41-6a1a9a2023f0.schema";

/** The world an emulator starts with: the demo roster's organisation, its bot, groups and card template. */
export function seedOf({ corpId, bot, people, groups }: Roster): Seed {
  // The platform gives the bot of an app the app's own id.
  const robotCode = bot.clientId;
  return {
    corpId,
    apps: [{ clientId: bot.clientId, clientSecret: bot.clientSecret, robotCode, name: bot.name }],
    users: people.map(({ id, name, mobile, title }) => ({ userId: id, name, mobile, title, unionId: `union-${id}` })),
    groups: groups.map(({ id, title, members }) => ({
      conversationId: id,
      title,
      memberIds: [...members],
      robotCodes: [robotCode],
    })),
    templates: [{ templateId: BOARD_TEMPLATE, file: "cards/board.json" }],
  };
}
