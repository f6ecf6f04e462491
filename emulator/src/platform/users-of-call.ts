import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { verifySession } from "../delivery/session-webhook.ts";
import type { Conversations } from "../world/conversations.ts";
import type { World } from "../world/world.ts";

interface Deps {
  world: World;
  conversations: Conversations;
}

/** Fields in which calls name users and chats: lists, or comma-separated texts. */
const USER_IDS = ["userIds", "receiverUserIdList", "userid", "userid_list", "user_ids", "useridlist"];
const UNION_IDS = ["executorIds", "union_ids"];
const CHATS = ["openConversationId", "open_conversation_id"];

const bodySchema = z.record(z.string(), z.unknown());
const idsSchema = z.union([z.string().transform((text) => text.split(",")), z.array(z.string())]).catch([]);

type Body = z.output<typeof bodySchema>;

const fieldsOf = (body: unknown): Body => bodySchema.safeParse(body).data ?? {};
const idsIn = (body: Body, names: readonly string[]): string[] => names.flatMap((name) => idsSchema.parse(body[name]));

/** The ids of an address, for example `dtv1.card//IM_GROUP.cid…;IM_ROBOT.maxiaohan`, in spaces of this kind. */
const spacesIn = ({ openSpaceId }: Body, kind: RegExp): string[] =>
  [...String(openSpaceId ?? "").matchAll(/([A-Z_]+)\.([^;]+)/gi)].flatMap(([, type = "", id = ""]) =>
    kind.test(type) ? [id] : [],
  );

/** The users named in the body of a call, as userIds. */
export function usersNamedIn({ users }: Pick<World, "users">, body: unknown): string[] {
  const fields = fieldsOf(body);
  const direct = spacesIn(fields, /^IM_ROBOT$/i);
  const byUnion = fields.userIdType === 2;
  const unionIds = [...idsIn(fields, UNION_IDS), ...(byUnion ? direct : [])];
  const found = unionIds.length === 0 ? [] : [...users.values()].filter(({ unionId }) => unionIds.includes(unionId));
  return [...idsIn(fields, USER_IDS), ...(byUnion ? [] : direct), ...found.map(({ userId }) => userId)];
}

/** Every user a call reaches: those it names, and the members of the chats it names or that show its card. */
export function usersOfCall(known: Deps, { url, body }: Pick<FastifyRequest, "url" | "body">): string[] {
  const fields = fieldsOf(body);
  const chats = [
    ...idsIn(fields, CHATS),
    ...spacesIn(fields, /^(IM_GROUP|ONE_BOX)$/i),
    ...chatsWithCard(known, fields.outTrackId),
  ];
  const members = chats.flatMap((chat) => known.conversations.find(chat)?.memberIds ?? []);
  return [...new Set([...usersNamedIn(known.world, body), ...members, ...usersOfSession(known, url)])];
}

function chatsWithCard({ world }: Pick<Deps, "world">, outTrackId: unknown): string[] {
  const card = typeof outTrackId === "string" ? world.cards.get(outTrackId) : undefined;
  return (card?.messageIds ?? []).flatMap((id) => world.messages.get(id)?.conversationId ?? []);
}

/** A reply by session webhook goes to the chat encoded in its address. */
function usersOfSession({ world, conversations }: Deps, url: string): string[] {
  const session = /[?&]session=([^&]+)/.exec(url)?.[1];
  const opened = session === undefined ? undefined : verifySession(world.apps.values(), session);
  return opened === undefined ? [] : (conversations.find(opened.conversationId)?.memberIds ?? []);
}
