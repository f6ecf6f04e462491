import type { Department } from "../contacts/departments.ts";
import type { EmulatedUser } from "../contract.ts";
import { chatIdOf } from "../groups/chat-id.ts";
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

/** Departments follow from people's titles, so a person's change may bring or end one. */
export function announceDepartments(
  { world, deliveries, clock }: Parts,
  before: readonly Department[],
  after: readonly Department[],
): void {
  const at = clock.now().getTime();
  const tell = (type: "org_dept_create" | "org_dept_remove", some: Department[]): void => {
    if (some.length === 0) return;
    const data = { deptId: some.map(({ deptId }) => deptId) };
    for (const app of world.apps.values()) deliveries.event(app, { type, at, data });
  };
  tell("org_dept_create", after.filter(missingIn(before)));
  tell("org_dept_remove", before.filter(missingIn(after)));
}

const missingIn =
  (departments: readonly Department[]) =>
  ({ deptId }: Department): boolean =>
    !departments.some((one) => one.deptId === deptId);

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
