import { z } from "zod";
import type { Clock } from "../clock/emulated-clock.ts";
import { departmentsOf } from "../contacts/departments.ts";
import type { EmulatedUser } from "../contract/control.ts";
import { controlRoute } from "../control-api/control-route.ts";
import type { Deliveries } from "../delivery/deliveries.ts";
import type { World } from "../world/world.ts";
import { announceDepartments, announceUser } from "./announce-change.ts";

interface Deps {
  world: World;
  clock: Clock;
  deliveries: Deliveries;
}

const userSchema = z.object({
  userId: z.string().min(1),
  name: z.string(),
  mobile: z.string().default(""),
  title: z.string().default(""),
  unionId: z.string().optional(),
  active: z.boolean().default(true),
});

export const putUserRoute = (deps: Deps) =>
  controlRoute({
    method: "POST",
    path: "/users",
    summary: "Adds or changes a person; `active: false` is leaving.",
    body: userSchema,
    reply: z.object({ userId: z.string() }),
    run: ({ body }) => putUser(deps, body),
  });

function putUser(deps: Deps, body: z.output<typeof userSchema>): { userId: string } {
  const before = deps.world.users.get(body.userId);
  const departments = departmentsOf(deps.world);
  const user: EmulatedUser = { ...body, unionId: body.unionId ?? before?.unionId ?? `union-${body.userId}` };
  deps.world.users.put(user.userId, user);
  if (before === undefined) announceUser(deps, "user_add_org", user);
  else announceUser(deps, before.active && !user.active ? "user_leave_org" : "user_modify_org", user);
  announceDepartments(deps, departments, departmentsOf(deps.world));
  return { userId: user.userId };
}
