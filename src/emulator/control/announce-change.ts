import { createHash } from "node:crypto";
import type { EmulatedUser } from "../contract.ts";
import type { Parts } from "../parts.ts";
import { corpIdOf } from "../world/facts.ts";
import type { Group } from "../world/records.ts";

export type UserEvent = "user_add_org" | "user_modify_org" | "user_leave_org";

/** Tells every app. Source: sample 20. */
export function announceUser({ world, deliveries, clock }: Parts, type: UserEvent, user: EmulatedUser): void {
  const at = clock.now().getTime();
  for (const app of world.apps.values()) {
    deliveries.event(app, { type, at, data: { timeStamp: String(at), userId: [user.userId] } });
  }
}

export interface Membership {
  group: Group;
  userIds: readonly string[];
  type: "chat_add_member" | "chat_remove_member";
}

/**
 * Tells every app, whether or not its robot is in the group; that this is so is assumed. Nobody in particular changes
 * members here, so it counts as the first of those who were there before. Source: sample 25.
 */
export function announceMembers({ world, deliveries, clock }: Parts, { group, userIds, type }: Membership): void {
  const at = clock.now().getTime();
  const unionIdOf = (userId: string): string => world.users.get(userId)?.unionId ?? "";
  const operator = group.memberIds[0] ?? userIds[0] ?? "";
  const data = {
    timeStamp: at,
    unionId: userIds.map(unionIdOf),
    chatId: `chat${createHash("sha256").update(group.conversationId).digest("hex").slice(0, 8)}`,
    corpId: corpIdOf(world),
    operatorUnionId: unionIdOf(operator),
    eventType: type,
    userId: userIds,
    openConversationId: group.conversationId,
    operator,
  };
  for (const app of world.apps.values()) deliveries.event(app, { type, at, data });
}
