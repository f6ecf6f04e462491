import { chatKey } from "../../platform/chat/chat-key.ts";
import type { Chat } from "../../platform/chat/ports.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import { groupsOf } from "../directory/groups.ts";
import type { Member } from "../directory/member.ts";
import type { Context } from "../engine/context.ts";
import { noteSent, noteSentAgain } from "../receipt/note-sent.ts";
import { type AttachedFile, broadcastMessage, NOTICE, type Recipients } from "./broadcast.ts";
import { planCheck } from "./delivery-check.ts";
import { fieldWordsOf, valuesFor } from "./field-values.ts";
import { fieldsIn, isPersonal } from "./merge-fields.ts";
import { broadcastPhrases } from "./phrases.ts";

/** Chats of a message, and who reads it there. */
export interface Addressed {
  receivers: readonly Member[];
  chats: readonly Chat[];
}

/** @throws {RefusalError} if the campaign has no group */
export async function chatsFor(context: Context, to: Recipients, receivers: readonly Member[]): Promise<Addressed> {
  if (to.audience !== "group")
    return { receivers, chats: receivers.map(({ staffId }) => ({ kind: "direct", person: staffId })) };
  const chats = await groupsOf(context.tx, context.campaign.id, "campaign");
  if (chats.length === 0) throw new RefusalError("broadcast.no-group", broadcastPhrases.noGroup());
  return { receivers, chats };
}

/** What the merge fields say to each receiver, as stored; undefined where they say the same to all. */
export async function storeValues(context: Context, text: string, receivers: readonly Member[]) {
  const { used } = fieldsIn(text, fieldWordsOf(context));
  if (!used.some(isPersonal)) return undefined;
  const values = await valuesFor(context, receivers, used);
  return context.personal.store(JSON.stringify(Object.fromEntries(values)));
}

/**
 * Sends cards and files, and notes who gets them. One card in each chat; sent again, it takes the place of the earlier
 * one.
 */
export async function sendOut(
  context: Context,
  { id, files, part }: { id: string; files: readonly AttachedFile[]; part: string },
  { receivers, chats }: Addressed,
): Promise<void> {
  const cards = await context.cards.showAll(chats, { kind: NOTICE, subject: id });
  for (const [at, file] of files.entries()) await context.outbox.sendFileToAll(chats, file, fileKey(id, part, at));
  const group = chats.find(({ kind }) => kind === "group");
  const to = receivers.flatMap(({ staffId }) => {
    const card = cards.get(chatKey(group ?? { kind: "direct", person: staffId }));
    return card === undefined ? [] : [{ person: staffId, cardId: card }];
  });
  const note = part === FIRST ? noteSent : noteSentAgain;
  await note(context, { message: broadcastMessage(id), kind: "broadcast", to });
  await planCheck(context, `${id}@${part}`);
}

/** Part of the first sending; a later one is named by its moment. */
export const FIRST = "1";

/** Under which its files are stored to be sent. */
export const filesKey = (id: string): string => `${broadcastMessage(id)}/file/`;
const fileKey = (id: string, part: string, at: number): string => `${filesKey(id)}${part}-${at}`;
