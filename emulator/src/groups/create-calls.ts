import { z } from "zod";
import type { Warnings } from "../instruments/warnings.ts";
import { type PlatformCall, platformCall } from "../platform/call.ts";
import { PlatformError } from "../platform/errors.ts";
import { refuseOrWarn } from "../platform/refuse-or-warn.ts";
import { randomId } from "../world/ids.ts";
import type { Group } from "../world/records.ts";
import type { World } from "../world/world.ts";
import { chatIdOf } from "./chat-id.ts";
import { POSTED } from "./posted-call.ts";

interface Deps {
  world: World;
  warnings: Warnings;
}

/** Longest names, in characters. */
export const MAX_TITLE_LENGTH = { template: 30, ordinary: 20 };

/** @throws PlatformError when strict */
export function checkTitle(deps: Deps, title: string, max: number): void {
  if (title === "") throw badGroupParameter("the name is empty");
  if ([...title].length > max) refuseOrWarn(deps, badGroupParameter("the name is too long"), `群名称超过 ${max} 个字`);
}

export const badGroupParameter = (message: string): PlatformError =>
  new PlatformError(400, "parameter.invalid", message);

const makeId = (): string => `cid${randomId(16)}`;

export const createCalls = (deps: Deps): PlatformCall[] => [createFromTemplate(deps), createOrdinary(deps)];

/** There are no group templates: any id is accepted, and the robot of the group is the calling app's. */
const createFromTemplate = (deps: Deps) =>
  platformCall({
    ...POSTED,
    path: "/v1.0/im/sceneGroup/create",
    body: z.object({
      title: z.string().default(""),
      template_id: z.string().default(""),
      owner_user_id: z.string().default(""),
      user_ids: z.array(z.string()).default([]),
      uuid: z.string().optional(),
    }),
    run: ({ app, body: { title, template_id, owner_user_id, user_ids, uuid } }) => {
      checkTitle(deps, title, MAX_TITLE_LENGTH.template);
      if (template_id === "") throw badGroupParameter("template_id is empty");
      const owner = requireOwner(deps, owner_user_id, "member.notFound");
      const known = [...deps.world.groups.values()].find(
        ({ template }) => uuid !== undefined && template?.clientId === app.clientId && template.uuid === uuid,
      );
      const group = known ?? {
        conversationId: makeId(),
        title,
        memberIds: membersWith(deps, owner, user_ids),
        robotCodes: [app.robotCode],
        ownerId: owner,
        template: { templateId: template_id, clientId: app.clientId, ...(uuid === undefined ? {} : { uuid }) },
      };
      if (known === undefined) deps.world.groups.put(group.conversationId, group);
      return { open_conversation_id: group.conversationId, chat_id: chatIdOf(group.conversationId) };
    },
  });

/** An internal group; assumed to have no robot at first. */
const createOrdinary = (deps: Deps) =>
  platformCall({
    ...POSTED,
    path: "/v1.0/im/group/create",
    body: z.object({
      name: z.string().default(""),
      owner: z.string().default(""),
      useridlist: z.array(z.string()).default([]),
      conversationTag: z.int().default(2),
    }),
    run: ({ body: { name, owner, useridlist, conversationTag } }) => {
      checkTitle(deps, name, MAX_TITLE_LENGTH.ordinary);
      if (conversationTag !== 2) throw new PlatformError(400, "permession.checkFailed", "权限校验失败");
      const ownerId = requireOwner(deps, owner, "parameter.invalid");
      const group: Group = {
        conversationId: makeId(),
        title: name,
        memberIds: membersWith(deps, ownerId, useridlist),
        robotCodes: [],
        ownerId,
      };
      deps.world.groups.put(group.conversationId, group);
      const { conversationId } = group;
      return { conversationTag, openConversationId: conversationId, chatid: chatIdOf(conversationId) };
    },
  });

function requireOwner({ world }: Pick<Deps, "world">, userId: string, code: string): string {
  if (world.users.get(userId)?.active !== true) throw new PlatformError(400, code, "不存在的员工");
  return userId;
}

/** Assumed: unknown users are ignored. */
const membersWith = ({ world }: Pick<Deps, "world">, owner: string, userIds: readonly string[]): string[] => [
  ...new Set([owner, ...userIds.filter((userId) => world.users.get(userId)?.active === true)]),
];
