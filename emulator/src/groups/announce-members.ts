import type { Clock } from "../clock/emulated-clock.ts";
import type { Deliveries } from "../delivery/deliveries.ts";
import { corpIdOf } from "../world/facts.ts";
import type { Group } from "../world/records.ts";
import type { World } from "../world/world.ts";
import { chatIdOf } from "./chat-id.ts";

interface Deps {
  world: World;
  clock: Clock;
  deliveries: Deliveries;
}

export interface Membership {
  /** As it was before. */
  group: Group;
  userIds: readonly string[];
  type: "chat_add_member" | "chat_remove_member";
}

/**
 * Notifies every app, whether or not its robot is in the group (assumed). Calls have no operator, so the first
 * previous member is sent as one. Source: sample 25.
 */
export function announceMembers({ world, deliveries, clock }: Deps, { group, userIds, type }: Membership): void {
  if (userIds.length === 0) return;
  const at = clock.now().getTime();
  const unionIdOf = (userId: string): string => world.users.get(userId)?.unionId ?? "";
  const operator = group.memberIds[0] ?? userIds[0] ?? "";
  const data = {
    timeStamp: at,
    unionId: userIds.map(unionIdOf),
    chatId: chatIdOf(group.conversationId),
    corpId: corpIdOf(world),
    operatorUnionId: unionIdOf(operator),
    eventType: type,
    userId: userIds,
    openConversationId: group.conversationId,
    operator,
  };
  for (const app of world.apps.values()) deliveries.event(app, { type, at, data });
}
