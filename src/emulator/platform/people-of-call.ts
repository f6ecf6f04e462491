import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { openSession } from "../delivery/session-webhook.ts";
import type { Parts } from "../parts.ts";

const addressedSchema = z.object({
  userIds: z.array(z.string()).optional(),
  receiverUserIdList: z.array(z.string()).optional(),
  userid: z.string().optional(),
  openSpaceId: z.string().optional(),
});

/** Whom a call names itself, by userId. */
export function addressedIn(body: unknown): string[] {
  const { success, data } = addressedSchema.safeParse(body);
  if (!success) return [];
  const direct = data.openSpaceId?.match(/IM_ROBOT\.([^;]+)/i)?.[1];
  return [...(data.userIds ?? []), ...(data.receiverUserIdList ?? []), direct ?? [], data.userid ?? []].flat();
}

const placedSchema = z.object({
  openConversationId: z.string().optional(),
  openSpaceId: z.string().optional(),
  outTrackId: z.string().optional(),
  executorIds: z.array(z.string()).optional(),
});

type Known = Pick<Parts, "world" | "conversations">;

/** Everybody a call reaches: whom it names, and the members of the chats that it names or that show its card. */
export function peopleOfCall(known: Known, { url, body }: Pick<FastifyRequest, "url" | "body">): string[] {
  const { data = {} } = placedSchema.safeParse(body);
  const chats = [
    data.openConversationId,
    data.openSpaceId?.match(/IM_GROUP\.([^;]+)/i)?.[1],
    ...chatsWithCard(known, data.outTrackId),
  ];
  const members = chats.flatMap((chat) =>
    chat === undefined ? [] : (known.conversations.find(chat)?.memberIds ?? []),
  );
  const executors = data.executorIds ?? [];
  const doers =
    executors.length === 0 ? [] : [...known.world.users.values()].filter(({ unionId }) => executors.includes(unionId));
  return [
    ...new Set([...addressedIn(body), ...members, ...doers.map(({ userId }) => userId), ...spokenTo(known, url)]),
  ];
}

function chatsWithCard({ world }: Known, outTrackId: string | undefined): string[] {
  const card = outTrackId === undefined ? undefined : world.cards.get(outTrackId);
  return (card?.messageIds ?? []).flatMap((id) => world.messages.get(id)?.conversationId ?? []);
}

/** A reply by session webhook goes to the chat that its address stands for. */
function spokenTo({ world, conversations }: Known, url: string): string[] {
  const session = /[?&]session=([^&]+)/.exec(url)?.[1];
  const opened = session === undefined ? undefined : openSession(world.apps.values(), session);
  return opened === undefined ? [] : (conversations.find(opened.conversationId)?.memberIds ?? []);
}
