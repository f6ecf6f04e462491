import { activeUsers, departmentsOf, membersOf, ROOT_ID } from "../contacts/departments.ts";
import type { World } from "../world/world.ts";

export interface Receivers {
  userIds: string[];
  invalidUserIds: string[];
  invalidDeptIds: number[];
}

interface ReceiverQuery {
  userIds: readonly string[];
  deptIds: readonly number[];
  everybody: boolean;
}

/** Every receiver once; a department includes those below it. */
export function findReceivers(world: World, { userIds, deptIds, everybody }: ReceiverQuery): Receivers {
  const here = new Set(activeUsers(world).map(({ userId }) => userId));
  const known = new Set(departmentsOf(world).map(({ deptId }) => deptId));
  const all = everybody || deptIds.includes(ROOT_ID);
  const inDepartments = deptIds.flatMap((id) => membersOf(world, id)).map(({ userId }) => userId);
  const receivers = all ? [...here] : [...userIds.filter((userId) => here.has(userId)), ...inDepartments];
  return {
    userIds: [...new Set(receivers)],
    invalidUserIds: userIds.filter((userId) => !here.has(userId)),
    invalidDeptIds: deptIds.filter((id) => !known.has(id)),
  };
}
