import { z } from "zod";
import { departmentsOf } from "../contacts/departments.ts";
import type { EmulatedUser } from "../contract/control.ts";
import { controlRoute } from "../control-api/control-route.ts";
import type { Parts } from "../parts.ts";
import { announceDepartments, announceUser } from "./announce-change.ts";

const userSchema = z.object({
  userId: z.string().min(1),
  name: z.string(),
  mobile: z.string().default(""),
  title: z.string().default(""),
  unionId: z.string().optional(),
  active: z.boolean().default(true),
});

export const putUserRoute = (parts: Parts) =>
  controlRoute({
    method: "POST",
    path: "/users",
    summary: "Adds or changes a person; `active: false` is leaving.",
    body: userSchema,
    reply: z.object({ userId: z.string() }),
    run: ({ body }) => putUser(parts, body),
  });

function putUser(parts: Parts, body: z.output<typeof userSchema>): { userId: string } {
  const before = parts.world.users.get(body.userId);
  const departments = departmentsOf(parts.world);
  const user: EmulatedUser = { ...body, unionId: body.unionId ?? before?.unionId ?? `union-${body.userId}` };
  parts.world.users.put(user.userId, user);
  if (before === undefined) announceUser(parts, "user_add_org", user);
  else announceUser(parts, before.active && !user.active ? "user_leave_org" : "user_modify_org", user);
  announceDepartments(parts, departments, departmentsOf(parts.world));
  return { userId: user.userId };
}
