import type { Clock } from "../clock/emulated-clock.ts";
import type { Deliveries } from "../delivery/deliveries.ts";
import type { Group } from "../world/records.ts";
import type { World } from "../world/world.ts";
import { announceGroup } from "./announce-group.ts";
import { announceMembers } from "./announce-members.ts";

interface Deps {
  world: World;
  clock: Clock;
  deliveries: Deliveries;
}

export interface GroupChange {
  title?: string | undefined;
  ownerId?: string | undefined;
  /** userIds; current members and unknown ones are ignored. */
  add?: readonly string[] | undefined;
  remove?: readonly string[] | undefined;
}

/** Updates a group and notifies the apps of actual changes. @returns the updated group */
export function changeGroup(deps: Deps, group: Group, { title, ownerId, add = [], remove = [] }: GroupChange): Group {
  const joined = [...new Set(add)].filter(
    (userId) => deps.world.users.get(userId)?.active && !group.memberIds.includes(userId),
  );
  const left = remove.filter((userId) => group.memberIds.includes(userId));
  const changed: Group = {
    ...group,
    ...(title === undefined ? {} : { title }),
    ...(ownerId === undefined ? {} : { ownerId }),
    memberIds: [...group.memberIds, ...joined].filter((userId) => !left.includes(userId)),
  };
  deps.world.groups.put(group.conversationId, changed);
  if (changed.title !== group.title) announceGroup(deps, changed, { type: "chat_update_title" });
  if (changed.ownerId !== group.ownerId) announceGroup(deps, changed, { type: "chat_update_owner" });
  announceMembers(deps, { group, userIds: joined, type: "chat_add_member" });
  announceMembers(deps, { group, userIds: left, type: "chat_remove_member" });
  return changed;
}
