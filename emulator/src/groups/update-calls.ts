import { z } from "zod";
import type { Clock } from "../clock/emulated-clock.ts";
import type { Deliveries } from "../delivery/deliveries.ts";
import type { Warnings } from "../instruments/warnings.ts";
import { type PlatformCall, platformCall } from "../platform/call.ts";
import { PlatformError } from "../platform/errors.ts";
import type { World } from "../world/world.ts";
import { announceGroup } from "./announce-group.ts";
import { changeGroup } from "./change-group.ts";
import { findByChatId } from "./chat-id.ts";
import { badGroupParameter, checkTitle, MAX_TITLE_LENGTH } from "./create-calls.ts";
import { POSTED } from "./posted-call.ts";
import { requireTemplateGroup } from "./template-group.ts";

interface Deps {
  world: World;
  clock: Clock;
  deliveries: Deliveries;
  warnings: Warnings;
}

const ids = z.array(z.string()).optional();

/** Changing and disbanding a group. */
export const updateCalls = (deps: Deps): PlatformCall[] => [
  updateFromTemplate(deps),
  updateOrdinary(deps),
  platformCall({
    ...POSTED,
    path: "/v1.0/im/chat/scenegroup/disband",
    body: z.object({ openConversationId: z.string().default("") }),
    run: ({ app, body: { openConversationId } }) => {
      const group = requireTemplateGroup(deps, app, { id: openConversationId, code: "paramIllegal" });
      deps.world.groups.remove(openConversationId);
      announceGroup(deps, group, { type: "chat_disband" });
      return { success: true };
    },
  }),
];

const updateFromTemplate = (deps: Deps) =>
  platformCall({
    ...POSTED,
    path: "/v1.0/im/sceneGroup/update",
    body: z.object({
      open_conversation_id: z.string().default(""),
      title: z.string().optional(),
      owner_user_id: z.string().optional(),
    }),
    run: ({ app, body: { open_conversation_id, title, owner_user_id } }) => {
      const group = requireTemplateGroup(deps, app, { id: open_conversation_id, code: "permession.checkFailed" });
      if (title !== undefined) checkTitle(deps, title, MAX_TITLE_LENGTH.template);
      checkOwner(owner_user_id, group.memberIds);
      changeGroup(deps, group, { title, ownerId: owner_user_id });
      return { success: true };
    },
  });

const updateOrdinary = (deps: Deps) =>
  platformCall({
    ...POSTED,
    path: "/v1.0/im/group/update",
    body: z.object({
      chatid: z.string().default(""),
      name: z.string().optional(),
      owner: z.string().optional(),
      add_useridlist: ids,
      del_useridlist: ids,
    }),
    run: ({ body: { chatid, name, owner, add_useridlist, del_useridlist } }) => {
      const group = findByChatId(deps.world, chatid);
      if (group === undefined) throw new PlatformError(400, "permession.checkFailed", "权限校验失败");
      if (name !== undefined) checkTitle(deps, name, MAX_TITLE_LENGTH.ordinary);
      checkOwner(owner, group.memberIds);
      changeGroup(deps, group, { title: name, ownerId: owner, add: add_useridlist, remove: del_useridlist });
      return { success: true };
    },
  });

function checkOwner(ownerId: string | undefined, memberIds: readonly string[]): void {
  if (ownerId !== undefined && !memberIds.includes(ownerId)) throw badGroupParameter("the owner is not in the group");
}
