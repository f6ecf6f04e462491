import { createHash } from "node:crypto";
import type { EmulatedConversation } from "../contract/control.ts";
import { factsOf } from "./facts.ts";
import { derivedId } from "./ids.ts";
import type { Group } from "./records.ts";
import type { World } from "./world.ts";

/** Chats by id. The direct chat of a person with a robot exists implicitly. */
export interface Conversations {
  find(conversationId: string): EmulatedConversation | undefined;
  /** The conversations this person sees, direct chats first. */
  of(userId: string): EmulatedConversation[];
  all(): EmulatedConversation[];
}

/** The same person and robot always give the same id. A world from before ids were in base64 keeps its own. */
export function directId(world: World, userId: string, robotCode: string): string {
  const parties = `${userId}|${robotCode}`;
  if (factsOf(world).ids === "base64") return `cid${derivedId(parties)}`;
  return `cid${createHash("sha256").update(parties).digest("base64url").slice(0, 24)}=`;
}

const shownGroup = ({ conversationId, title, memberIds, robotCodes }: Group): EmulatedConversation => ({
  conversationId,
  title,
  type: "group",
  memberIds,
  robotCodes,
});

export function makeConversations(world: World): Conversations {
  const directs = new Map<string, { userId: string; robotCode: string }>();
  let style = factsOf(world).ids;
  world.onChange(({ table }) => {
    if (table === "apps" || table === "users") directs.clear();
  });
  const knownDirects = () => {
    const { ids } = factsOf(world);
    if (directs.size > 0 && ids === style) return directs;
    directs.clear();
    style = ids;
    for (const app of world.apps.values()) {
      for (const { userId } of world.users.values()) {
        directs.set(directId(world, userId, app.robotCode), { userId, robotCode: app.robotCode });
      }
    }
    return directs;
  };
  const direct = (conversationId: string): EmulatedConversation | undefined => {
    const parties = knownDirects().get(conversationId);
    if (parties === undefined) return undefined;
    const app = [...world.apps.values()].find((one) => one.robotCode === parties.robotCode);
    return {
      conversationId,
      title: app?.name ?? parties.robotCode,
      type: "direct",
      memberIds: [parties.userId],
      robotCodes: [parties.robotCode],
    };
  };
  const group = (conversationId: string): EmulatedConversation | undefined => {
    const found = world.groups.get(conversationId);
    return found === undefined ? undefined : shownGroup(found);
  };
  const find = (conversationId: string) => group(conversationId) ?? direct(conversationId);
  const groups = () => [...world.groups.values()].map(shownGroup);
  return {
    find,
    of: (userId) => [
      ...[...world.apps.values()]
        .map((app) => direct(directId(world, userId, app.robotCode)))
        .filter((found) => found !== undefined),
      ...groups().filter((one) => one.memberIds.includes(userId)),
    ],
    all: () => [...groups(), ...[...knownDirects().keys()].map(direct).filter((found) => found !== undefined)],
  };
}
