import type { Draft } from "../../platform/conversation/drafts.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import type { Context, PersonContext } from "../engine/context.ts";
import { pendingConfirmations } from "../engine/dispatch/extension-points.ts";
import { extend } from "../engine/feature.ts";
import { MESSAGE, type Message, message } from "./broadcast.ts";
import { broadcastPhrases } from "./phrases.ts";
import { lastSent, sentAs } from "./store.ts";

export const messageOf = ({ body }: Draft): Message => message.parse(body);

/** Starts a draft; drops the person's unsent ones. */
export async function startMessage(
  context: PersonContext,
  body: Omit<Message, "of" | "files"> & Partial<Message>,
): Promise<Draft> {
  const { staffId } = context.person;
  await dropUnsent(context);
  return context.drafts.start({ kind: MESSAGE, subject: staffId, startedBy: staffId, body: message.parse(body) });
}

/** @returns whether a message with text waited for its confirmation */
export async function dropUnsent(context: PersonContext): Promise<boolean> {
  const drafts = await ownDrafts(context);
  for (const draft of drafts) await dropMessage(context, draft);
  return drafts.some((draft) => messageOf(draft).text !== undefined);
}

export const saveMessage = (context: PersonContext, draft: Draft, body: Message): Promise<Draft> =>
  saveDraft(context, draft, { body });

/** Changes some of the message. What was asked about the moment of sending is asked anew. */
export function changeMessage(context: PersonContext, draft: Draft, change: Partial<Message>): Promise<Draft> {
  const { asked: _, ...rest } = messageOf(draft);
  return saveMessage(context, draft, { ...rest, ...change });
}

export const dropMessage = (context: Pick<Context, "drafts" | "cards">, draft: Draft): Promise<Draft> =>
  saveDraft(context, draft, { state: "dropped" });

/** Marks the draft as sent. */
export const finishMessage = (context: PersonContext, draft: Draft): Promise<Draft> =>
  saveDraft(context, draft, { state: "done" });

async function saveDraft(
  { drafts, cards }: Pick<Context, "drafts" | "cards">,
  draft: Draft,
  change: Pick<Partial<Draft>, "body" | "state">,
): Promise<Draft> {
  const saved = await drafts.save(draft, change);
  await cards.refresh({ kind: MESSAGE, subject: draft.id });
  return saved;
}

const ownDrafts = ({ person, drafts }: PersonContext): Promise<Draft[]> =>
  drafts.unfinished({ kind: MESSAGE, subject: person.staffId });

/**
 * The person's unsent draft: the named one, or the newest with text. Row lock until the transaction ends.
 *
 * @throws {RefusalError} if it was sent or dropped, or none exists
 */
export async function waitingMessage(context: PersonContext, named: string | undefined): Promise<Draft> {
  const id = named ?? (await newestWithText(context));
  const draft = id === undefined ? undefined : await context.drafts.read(id);
  if (!draft || draft.kind !== MESSAGE || draft.startedBy !== context.person.staffId) {
    const sent = await lastSent(context.tx, context.campaign.id, context.person.staffId);
    const sentence = sent ? broadcastPhrases.nothingWaitingSent(sent.sentAt) : broadcastPhrases.nothingWaiting();
    throw new RefusalError("broadcast.nothing-waiting", sentence);
  }
  if (draft.state === "dropped") throw new RefusalError("broadcast.dropped", broadcastPhrases.alreadyDropped());
  if (draft.state === "done") {
    const sent = await sentAs(context.tx, draft.id);
    const sentence = sent?.sentAt
      ? broadcastPhrases.alreadySent(sent.sentAt)
      : broadcastPhrases.alreadyPlanned(sent?.dueAt);
    throw new RefusalError("broadcast.already-sent", sentence);
  }
  return draft;
}

async function newestWithText(context: PersonContext): Promise<string | undefined> {
  return (await ownDrafts(context)).find((draft) => messageOf(draft).text !== undefined)?.id;
}

/** A message that was shown waits for 确认发送; 取消 drops it, whatever question was opened since. */
export const unsent = extend(pendingConfirmations, async (context, { person }) => {
  const drafts = await context.drafts.unfinished({ kind: MESSAGE, subject: person });
  return drafts
    .filter((draft) => messageOf(draft).text !== undefined)
    .map((draft) => ({
      name: broadcastPhrases.sending(),
      typed: broadcastPhrases.confirm(),
      disarm: async () => void (await dropMessage(context, draft)),
    }));
});
