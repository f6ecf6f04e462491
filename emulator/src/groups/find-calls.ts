import { randomBytes } from "node:crypto";
import { z } from "zod";
import { type PlatformCall, platformCall } from "../platform/call.ts";
import { OapiError, PlatformError } from "../platform/errors.ts";
import type { World } from "../world/world.ts";
import { chatIdOf, findByChatId } from "./chat-id.ts";
import { requireTemplateGroup, templateGroup } from "./template-group.ts";

interface Deps {
  world: World;
}

/** What an app can learn of a group. */
export const findCalls = (deps: Deps): PlatformCall[] => [
  platformCall({
    method: "POST",
    path: "/v1.0/im/chat/:chatId/convertToOpenConversationId",
    gateway: "api",
    auth: "token",
    counted: true,
    params: z.object({ chatId: z.string() }),
    run: ({ params }) => {
      const group = findByChatId(deps.world, params.chatId);
      if (group === undefined) throw new PlatformError(400, "invalideChatId", "不合法的chatId");
      return { openConversationId: group.conversationId };
    },
  }),
  platformCall({
    method: "POST",
    path: "/v1.0/im/sceneGroups/query",
    gateway: "api",
    auth: "token",
    counted: true,
    body: z.object({ openConversationId: z.string().default("") }),
    run: ({ app, body: { openConversationId } }) => {
      const { title, ownerId = "", template } = requireTemplateGroup(deps, app, { id: openConversationId });
      const found = { openConversationId, templateId: template.templateId, title, ownerUserId: ownerId };
      return { success: true, ...found, icon: "", groupUrl: "", status: 1 };
    },
  }),
  getSceneGroup(deps),
  getChat(deps),
];

/** Permissions in a group are not emulated: always the defaults. */
const openToAll = ["chat_banned_type", "searchable", "validation_type", "mention_all_authority", "management_type"];

const getSceneGroup = (deps: Deps) =>
  platformCall({
    method: "POST",
    path: "/topapi/im/chat/scenegroup/get",
    gateway: "oapi",
    auth: "token",
    counted: true,
    body: z.object({ open_conversation_id: z.string().default("") }),
    run: ({ app, body: { open_conversation_id } }) => {
      const group = templateGroup(deps, app, open_conversation_id);
      if (group === "cidEncryptError") throw new OapiError(400001, "系统错误");
      if (typeof group === "string") throw new OapiError(400020, "无访问权限");
      return {
        errcode: 0,
        errmsg: "ok",
        success: true,
        request_id: randomBytes(6).toString("hex"),
        result: {
          open_conversation_id,
          title: group.title,
          template_id: group.template.templateId,
          owner_staff_id: group.ownerId ?? "",
          sub_admin_staff_ids: [],
          icon: "",
          group_url: "",
          management_options: Object.fromEntries([...openToAll, "show_history_type"].map((name) => [name, "0"])),
        },
      };
    },
  });

const getChat = ({ world }: Deps) =>
  platformCall({
    method: "GET",
    path: "/chat/get",
    gateway: "oapi",
    auth: "token",
    counted: true,
    query: z.object({ chatid: z.string().default("") }),
    run: ({ query: { chatid } }) => {
      if (chatid === "") throw new OapiError(49000, "需要参数chatid");
      const group = findByChatId(world, chatid);
      if (group === undefined) throw new OapiError(40016, "无效的chatid");
      const chat_info = {
        chatid: chatIdOf(group.conversationId),
        name: group.title,
        owner: group.ownerId ?? "",
        useridlist: group.memberIds,
        conversationTag: 2,
        status: 1,
        icon: "",
        chatBannedType: 0,
        searchable: 0,
        validationType: 0,
        mentionAllAuthority: 0,
        managementType: 0,
        showHistoryType: 0,
      };
      return { errcode: 0, errmsg: "ok", chat_info };
    },
  });
