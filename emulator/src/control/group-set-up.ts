import { z } from "zod";
import type { Clock } from "../clock/emulated-clock.ts";
import { notFound } from "../control-api/control-error.ts";
import { controlRoute } from "../control-api/control-route.ts";
import type { Deliveries } from "../delivery/deliveries.ts";
import { announceGroup } from "../groups/announce-group.ts";
import { changeGroup } from "../groups/change-group.ts";
import { randomId } from "../world/ids.ts";
import type { Group } from "../world/records.ts";
import type { World } from "../world/world.ts";

interface Deps {
  world: World;
  clock: Clock;
  deliveries: Deliveries;
}

const groupSchema = z.object({
  conversationId: z.string().optional(),
  title: z.string(),
  memberIds: z.array(z.string()).default([]),
  robotCodes: z.array(z.string()).optional(),
});

const groupParams = z.object({ conversationId: z.string() });

/** Several people, or one. */
const joiningSchema = z
  .object({ userIds: z.array(z.string()).min(1) })
  .or(z.object({ userId: z.string() }).transform(({ userId }) => ({ userIds: [userId] })));

export const putGroupRoute = (deps: Deps) =>
  controlRoute({
    method: "POST",
    path: "/groups",
    summary: "Adds or changes a group; without `robotCodes` every robot is in it.",
    body: groupSchema,
    reply: z.object({ conversationId: z.string() }),
    run: ({ body }) => putGroup(deps, body),
  });

export const addMembersRoute = (deps: Deps) =>
  controlRoute({
    method: "POST",
    path: "/groups/:conversationId/members",
    summary: "Adds people to a group.",
    params: groupParams,
    body: joiningSchema,
    reply: z.object({ memberIds: z.array(z.string()) }),
    run: ({ params, body }) => {
      const group = requireGroup(deps, params.conversationId);
      requireUsers(deps, body.userIds);
      return { memberIds: changeGroup(deps, group, { add: body.userIds }).memberIds };
    },
  });

export const removeMemberRoute = (deps: Deps) =>
  controlRoute({
    method: "DELETE",
    path: "/groups/:conversationId/members/:userId",
    summary: "Removes a person from a group.",
    params: groupParams.extend({ userId: z.string() }),
    reply: z.object({ memberIds: z.array(z.string()) }),
    run: ({ params }) => {
      const group = requireGroup(deps, params.conversationId);
      if (!group.memberIds.includes(params.userId)) throw notFound("userUnknown", `群里没有 ${params.userId}`);
      return { memberIds: changeGroup(deps, group, { remove: [params.userId] }).memberIds };
    },
  });

function putGroup(deps: Deps, body: z.output<typeof groupSchema>): { conversationId: string } {
  const conversationId = body.conversationId ?? `cid${randomId(16)}`;
  const before = deps.world.groups.get(conversationId);
  const robotCodes =
    body.robotCodes ?? before?.robotCodes ?? [...deps.world.apps.values()].map(({ robotCode }) => robotCode);
  requireUsers(deps, body.memberIds);
  const group = { ...before, ...body, conversationId, robotCodes };
  deps.world.groups.put(conversationId, group);
  if (before !== undefined && before.title !== group.title) {
    announceGroup(deps, group, { type: "chat_update_title" });
  }
  return { conversationId };
}

function requireGroup({ world }: Pick<Deps, "world">, conversationId: string): Group {
  const group = world.groups.get(conversationId);
  if (group === undefined) throw notFound("conversationUnknown", `没有群 ${conversationId}`);
  return group;
}

function requireUsers({ world }: Pick<Deps, "world">, userIds: readonly string[]): void {
  const unknown = userIds.find((userId) => !world.users.has(userId));
  if (unknown !== undefined) throw notFound("userUnknown", `没有用户 ${unknown}`);
}
