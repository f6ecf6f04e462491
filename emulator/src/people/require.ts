import type { EmulatedConversation, EmulatedUser } from "../contract/control.ts";
import { conflict, notFound } from "../control-api/control-error.ts";
import { type Conversations, directId } from "../world/conversations.ts";
import type { App } from "../world/records.ts";
import type { World } from "../world/world.ts";

interface Deps {
  world: World;
  conversations: Conversations;
}

/** @throws ControlError 404 */
export function requireUser({ world }: Pick<Deps, "world">, userId: string): EmulatedUser {
  const user = world.users.get(userId);
  if (user === undefined) throw notFound("userUnknown", `没有用户 ${userId}`);
  return user;
}

/** The chat named, or the direct chat with the first robot. @throws ControlError 404 where the person is not in it */
export function requireConversation(deps: Deps, userId: string, conversationId?: string): EmulatedConversation {
  const [app] = deps.world.apps.values();
  if (conversationId === undefined && app === undefined) throw conflict("noApp", "没有任何应用");
  const found = deps.conversations.find(conversationId ?? directId(userId, app?.robotCode ?? ""));
  if (found === undefined || !found.memberIds.includes(userId)) {
    throw notFound("conversationUnknown", `用户 ${userId} 不在会话 ${conversationId ?? "单聊"} 中`);
  }
  return found;
}

/** The app that receives what is said in a conversation; undefined for a group without a robot. */
export const appIn = ({ world }: Pick<Deps, "world">, conversation: EmulatedConversation): App | undefined =>
  [...world.apps.values()].find((app) => conversation.robotCodes.includes(app.robotCode));
