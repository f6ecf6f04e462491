import { createHash } from "node:crypto";
import type { Group } from "../world/records.ts";
import type { World } from "../world/world.ts";

/** The older id of a group, always the same for one conversation. */
export const chatIdOf = (conversationId: string): string =>
  `chat${createHash("sha256").update(conversationId).digest("hex").slice(0, 8)}`;

export const findByChatId = (world: World, chatId: string): Group | undefined =>
  [...world.groups.values()].find(({ conversationId }) => chatIdOf(conversationId) === chatId);
