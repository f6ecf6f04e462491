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

type GroupNews = { type: "chat_update_title" } | { type: "chat_update_owner" } | { type: "chat_disband" };

/**
 * Notifies every app of a change to a group. A call has no operator, so none is sent. Source: the pages of these
 * events; the one for a new owner has no chatId.
 */
export function announceGroup({ world, deliveries, clock }: Deps, group: Group, { type }: GroupNews): void {
  const at = clock.now().getTime();
  const data = {
    timeStamp: at,
    corpId: corpIdOf(world),
    openConversationId: group.conversationId,
    ...(type === "chat_update_owner"
      ? { owner: group.ownerId ?? "" }
      : { chatId: chatIdOf(group.conversationId), ...(type === "chat_update_title" ? { title: group.title } : {}) }),
  };
  for (const app of world.apps.values()) deliveries.event(app, { type, at, data });
}
