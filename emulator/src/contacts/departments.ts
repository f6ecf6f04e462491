import { createHash } from "node:crypto";
import type { EmulatedUser } from "../contract/control.ts";
import type { World } from "../world/world.ts";

/** Invented: the seed has only people and their titles. */
export interface Department {
  deptId: number;
  name: string;
  /** 0 for the root. */
  parentId: number;
}

export const ROOT_ID = 1;

const root: Department = { deptId: ROOT_ID, name: "全部成员", parentId: 0 };

/** A district, city or county at the start of a title. */
const PLACE = /^\p{Script=Han}{1,4}?[区市县]/u;

/** The same name always gives the same id, nine digits as the platform's. */
const idOf = (name: string): number =>
  100_000_000 + (createHash("sha256").update(name).digest().readUInt32BE() % 900_000_000);

/** One level below the root: a department for each place that a title starts with; everybody else is in the root. */
export function departmentOf({ title }: Pick<EmulatedUser, "title">): Department {
  const name = PLACE.exec(title)?.[0];
  return name === undefined ? root : { deptId: idOf(name), name, parentId: ROOT_ID };
}

export function departmentsOf(world: World): Department[] {
  const found = new Map([[ROOT_ID, root]]);
  for (const user of activeUsers(world)) {
    const department = departmentOf(user);
    found.set(department.deptId, department);
  }
  return [...found.values()];
}

export const activeUsers = (world: World): EmulatedUser[] => [...world.users.values()].filter(({ active }) => active);

/** Those directly in a department, not in those below it. */
export const membersOf = (world: World, deptId: number): EmulatedUser[] =>
  activeUsers(world).filter((user) => departmentOf(user).deptId === deptId);
