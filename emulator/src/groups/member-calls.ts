import { z } from "zod";
import type { Clock } from "../clock/emulated-clock.ts";
import type { Deliveries } from "../delivery/deliveries.ts";
import type { Warnings } from "../instruments/warnings.ts";
import { type PlatformCall, platformCall } from "../platform/call.ts";
import { refuseOrWarn } from "../platform/refuse-or-warn.ts";
import type { World } from "../world/world.ts";
import { changeGroup } from "./change-group.ts";
import { badGroupParameter } from "./create-calls.ts";
import { POSTED } from "./posted-call.ts";
import { requireTemplateGroup } from "./template-group.ts";

interface Deps {
  world: World;
  clock: Clock;
  deliveries: Deliveries;
  warnings: Warnings;
}

const MAX_MEMBERS = 1_000;

const changeSchema = z.object({
  open_conversation_id: z.string().default(""),
  user_ids: z.array(z.string()).default([]),
  union_ids: z.array(z.string()).default([]),
});

/** Members of groups that the app made from a template. */
export const memberCalls = (deps: Deps): PlatformCall[] => [
  platformCall({
    ...POSTED,
    path: "/v1.0/im/sceneGroup/member/add",
    body: changeSchema,
    run: ({ app, body }) => {
      const group = requireTemplateGroup(deps, app, { id: body.open_conversation_id, code: "permession.checkFailed" });
      const add = namedIn(deps, body);
      if (group.memberIds.length + add.length > MAX_MEMBERS) {
        refuseOrWarn(deps, badGroupParameter("too many members"), `群成员超过 ${MAX_MEMBERS} 人`);
      }
      changeGroup(deps, group, { add });
      return { success: true };
    },
  }),
  platformCall({
    ...POSTED,
    path: "/v1.0/im/sceneGroup/member/delete",
    body: changeSchema,
    run: ({ app, body }) => {
      const group = requireTemplateGroup(deps, app, { id: body.open_conversation_id, code: "permession.checkFailed" });
      changeGroup(deps, group, { remove: namedIn(deps, body) });
      return { success: true };
    },
  }),
  platformCall({
    ...POSTED,
    path: "/v1.0/im/sceneGroups/members/batchQuery",
    body: z.object({
      openConversationId: z.string().default(""),
      maxResults: z.coerce.number().int().positive(),
      nextToken: z.string().default(""),
    }),
    run: ({ app, body }) => listMembers(deps, requireTemplateGroup(deps, app, { id: body.openConversationId }), body),
  }),
];

/** People by both kinds of id, as userIds. */
const namedIn = ({ world }: Pick<Deps, "world">, { user_ids, union_ids }: z.output<typeof changeSchema>): string[] => [
  ...user_ids,
  ...[...world.users.values()].filter(({ unionId }) => union_ids.includes(unionId)).map(({ userId }) => userId),
];

/** Up to a thousand are returned at once, regardless of the page size (documented). */
function listMembers(
  { world }: Pick<Deps, "world">,
  { memberIds }: { memberIds: readonly string[] },
  { maxResults, nextToken }: { maxResults: number; nextToken: string },
): object {
  const from = Number(nextToken);
  const page = memberIds.length <= MAX_MEMBERS ? memberIds : memberIds.slice(from, from + maxResults);
  const next = from + page.length;
  const hasMore = next < memberIds.length;
  const named = page.map((userId) => ({ userId, user: world.users.get(userId) }));
  return {
    success: true,
    memberUserIds: page,
    hasMore,
    ...(hasMore ? { nextToken: String(next) } : {}),
    unionIdList: [],
    staffIdNickMap: Object.fromEntries(named.map(({ userId, user }) => [userId, user?.name ?? ""])),
    unionIdNickMap: {},
  };
}
