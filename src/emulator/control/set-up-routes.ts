import { randomBytes } from "node:crypto";
import { z } from "zod";
import { parseTemplate } from "../card/index.ts";
import type { EmulatedUser } from "../contract.ts";
import type { Parts } from "../parts.ts";
import type { App, Group } from "../world/records.ts";
import { announceMembers, announceUser } from "./announce-change.ts";
import { badRequest, notFound } from "./control-error.ts";
import { type ControlRoute, controlRoute } from "./control-route.ts";

const userSchema = z.object({
  userId: z.string().min(1),
  name: z.string(),
  mobile: z.string().default(""),
  title: z.string().default(""),
  unionId: z.string().optional(),
  active: z.boolean().default(true),
});

const groupSchema = z.object({
  conversationId: z.string().optional(),
  title: z.string(),
  memberIds: z.array(z.string()).default([]),
  robotCodes: z.array(z.string()).optional(),
});

const appSchema = z.object({
  clientId: z.string().min(1),
  clientSecret: z.string().min(1),
  robotCode: z.string().min(1),
  name: z.string(),
  mode: z.enum(["stream", "http"]).default("stream"),
  messageUrl: z.url().optional(),
  eventUrl: z.url().optional(),
  eventToken: z.string().optional(),
  eventAesKey: z.string().length(43).optional(),
});

const groupParams = z.object({ conversationId: z.string() });

/** Changes of the world around the bot; it hears of them as it would from the platform. */
export const setUpRoutes = (parts: Parts): ControlRoute[] => [
  controlRoute({
    method: "POST",
    path: "/users",
    summary: "Adds or changes a person; `active: false` is leaving.",
    body: userSchema,
    reply: z.object({ userId: z.string() }),
    run: ({ body }) => putUser(parts, body),
  }),
  controlRoute({
    method: "POST",
    path: "/groups",
    summary: "Adds or changes a group; without `robotCodes` every robot is in it.",
    body: groupSchema,
    reply: z.object({ conversationId: z.string() }),
    run: ({ body }) => putGroup(parts, body),
  }),
  controlRoute({
    method: "POST",
    path: "/groups/:conversationId/members",
    summary: "People join a group.",
    params: groupParams,
    body: z
      .object({ userIds: z.array(z.string()).min(1) })
      .or(z.object({ userId: z.string() }).transform(({ userId }) => ({ userIds: [userId] }))),
    reply: z.object({ memberIds: z.array(z.string()) }),
    run: ({ params, body }) => {
      const group = requireGroup(parts, params.conversationId);
      const joined = body.userIds.filter((userId) => !group.memberIds.includes(userId));
      return changeMembers(parts, { group, userIds: joined, type: "chat_add_member" });
    },
  }),
  controlRoute({
    method: "DELETE",
    path: "/groups/:conversationId/members/:userId",
    summary: "Someone is taken out of a group.",
    params: groupParams.extend({ userId: z.string() }),
    reply: z.object({ memberIds: z.array(z.string()) }),
    run: ({ params }) => {
      const group = requireGroup(parts, params.conversationId);
      if (!group.memberIds.includes(params.userId)) throw notFound("userUnknown", `群里没有 ${params.userId}`);
      return changeMembers(parts, { group, userIds: [params.userId], type: "chat_remove_member" });
    },
  }),
  controlRoute({
    method: "POST",
    path: "/apps",
    summary: "Adds or changes an app with its robot.",
    body: appSchema,
    reply: z.object({ clientId: z.string() }),
    run: ({ body }) => {
      const { clientId, clientSecret, robotCode, name, mode, ...urls } = body;
      const given: Partial<App> = Object.fromEntries(Object.entries(urls).filter(([, value]) => value !== undefined));
      parts.world.apps.put(clientId, { clientId, clientSecret, robotCode, name, mode, ...given });
      return { clientId };
    },
  }),
  controlRoute({
    method: "POST",
    path: "/templates",
    summary: "Imports a card template: the export file of the card platform's editor.",
    body: z.object({ templateId: z.string().min(1), export: z.unknown() }),
    reply: z.object({ templateId: z.string() }),
    run: ({ body }) => {
      try {
        parseTemplate(body.export);
      } catch (error) {
        throw badRequest("badTemplate", error instanceof Error ? error.message : String(error));
      }
      parts.world.templates.put(body.templateId, body);
      return { templateId: body.templateId };
    },
  }),
];

function putUser(parts: Parts, body: z.output<typeof userSchema>): { userId: string } {
  const before = parts.world.users.get(body.userId);
  const user: EmulatedUser = { ...body, unionId: body.unionId ?? before?.unionId ?? `union-${body.userId}` };
  parts.world.users.put(user.userId, user);
  if (before === undefined) announceUser(parts, "user_add_org", user);
  else announceUser(parts, before.active && !user.active ? "user_leave_org" : "user_modify_org", user);
  return { userId: user.userId };
}

function putGroup(parts: Parts, body: z.output<typeof groupSchema>): { conversationId: string } {
  const conversationId = body.conversationId ?? `cid${randomBytes(15).toString("base64url")}==`;
  const before = parts.world.groups.get(conversationId);
  const robotCodes =
    body.robotCodes ?? before?.robotCodes ?? [...parts.world.apps.values()].map(({ robotCode }) => robotCode);
  const unknown = body.memberIds.find((userId) => !parts.world.users.has(userId));
  if (unknown !== undefined) throw notFound("userUnknown", `没有用户 ${unknown}`);
  parts.world.groups.put(conversationId, { ...body, conversationId, robotCodes });
  return { conversationId };
}

function requireGroup({ world }: Parts, conversationId: string): Group {
  const group = world.groups.get(conversationId);
  if (group === undefined) throw notFound("conversationUnknown", `没有群 ${conversationId}`);
  return group;
}

interface MemberChange {
  group: Group;
  userIds: string[];
  type: "chat_add_member" | "chat_remove_member";
}

function changeMembers(parts: Parts, { group, userIds, type }: MemberChange): { memberIds: string[] } {
  const unknown = userIds.find((userId) => !parts.world.users.has(userId));
  if (unknown !== undefined) throw notFound("userUnknown", `没有用户 ${unknown}`);
  const stay = group.memberIds.filter((userId) => !userIds.includes(userId));
  const memberIds = type === "chat_add_member" ? [...stay, ...userIds] : stay;
  parts.world.groups.put(group.conversationId, { ...group, memberIds });
  if (userIds.length > 0) announceMembers(parts, { group, userIds, type });
  return { memberIds };
}
