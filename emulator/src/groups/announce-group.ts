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
 * Tells every app what became of a group. The operator is left out: a call has none. Source: the pages of these events,
 * where the one of a new owner carries no chatId.
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
