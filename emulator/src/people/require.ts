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
  const found = deps.conversations.find(conversationId ?? directId(deps.world, userId, app?.robotCode ?? ""));
  if (found === undefined || !found.memberIds.includes(userId)) {
    throw notFound("conversationUnknown", `用户 ${userId} 不在会话 ${conversationId ?? "单聊"} 中`);
  }
  return found;
}

/** The apps whose robots are in a conversation, in its order. */
const appsIn = ({ world }: Pick<Deps, "world">, { robotCodes }: EmulatedConversation): App[] =>
  robotCodes.flatMap((code) => [...world.apps.values()].filter(({ robotCode }) => robotCode === code));

/** How a person calls robots in a group. */
export interface Mention {
  /** false: none is mentioned */
  at: boolean;
  /** Robots named in it by `@name` are mentioned. */
  text: string;
  /** The one mentioned when the text names none. Default: the group's first. */
  robotCode?: string | undefined;
}

/** The apps that hear a message: the robot of a direct chat; in a group those mentioned. */
export function listenersOf(deps: Pick<Deps, "world">, conversation: EmulatedConversation, call: Mention): App[] {
  const apps = appsIn(deps, conversation);
  if (conversation.type === "direct") return apps.slice(0, 1);
  const named = apps.filter(({ name }) => mentionsRobot(call.text, name));
  if (named.length > 0) return named;
  const called = call.robotCode === undefined ? apps : apps.filter(({ robotCode }) => robotCode === call.robotCode);
  return call.at ? called.slice(0, 1) : [];
}

const mentionsRobot = (text: string, name: string): boolean => `${text} `.includes(`@${name} `);

/** What a robot gets of a text: without its own mention, and with the space that one leaves. */
export const heardText = (text: string, { name }: Pick<App, "name">): string =>
  ` ${`${text} `.replace(`@${name} `, "").replace(/ $/, "")}`;
