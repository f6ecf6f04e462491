import type { Clock } from "../clock/emulated-clock.ts";
import type { Department } from "../contacts/departments.ts";
import type { EmulatedUser } from "../contract/control.ts";
import type { Deliveries } from "../delivery/deliveries.ts";
import type { World } from "../world/world.ts";

interface Deps {
  world: World;
  clock: Clock;
  deliveries: Deliveries;
}

export type UserEvent = "user_add_org" | "user_modify_org" | "user_leave_org";

/** Notifies every app. Source: sample 20. */
export function announceUser({ world, deliveries, clock }: Deps, type: UserEvent, user: EmulatedUser): void {
  const at = clock.now().getTime();
  for (const app of world.apps.values()) {
    deliveries.event(app, { type, at, data: { timeStamp: String(at), userId: [user.userId] } });
  }
}

/** Departments are derived from titles, so a changed person may add or remove one. */
export function announceDepartments(
  { world, deliveries, clock }: Deps,
  before: readonly Department[],
  after: readonly Department[],
): void {
  const at = clock.now().getTime();
  const notify = (type: "org_dept_create" | "org_dept_remove", some: Department[]): void => {
    if (some.length === 0) return;
    const data = { deptId: some.map(({ deptId }) => deptId) };
    for (const app of world.apps.values()) deliveries.event(app, { type, at, data });
  };
  notify("org_dept_create", after.filter(missingIn(before)));
  notify("org_dept_remove", before.filter(missingIn(after)));
}

const missingIn =
  (departments: readonly Department[]) =>
  ({ deptId }: Department): boolean =>
    !departments.some((one) => one.deptId === deptId);
