import type { Draft } from "../../platform/conversation/drafts.ts";
import { Refusal } from "../../shared/refusal.ts";
import type { PersonTurn, Turn } from "../engine/feature.ts";
import { MESSAGE, type Message, message } from "./broadcast.ts";
import { broadcastPhrases } from "./phrases.ts";
import { lastSent, sentAs } from "./store.ts";

export const messageOf = ({ body }: Draft): Message => message.parse(body);

/** A new message takes the place of whatever this person had not sent yet. */
export async function startMessage(turn: PersonTurn, body: Message): Promise<Draft> {
  const { tx, campaign, person, drafts } = turn;
  for (const draft of await ownDrafts(turn)) await dropDraft(turn, draft);
  const owner = { campaignId: campaign.id, kind: MESSAGE, subject: person.staffId };
  return drafts.start(tx, { ...owner, startedBy: person.staffId, body });
}

export async function saveMessage(turn: PersonTurn, draft: Draft, body: Message, pressed?: string): Promise<Draft> {
  const saved = await turn.drafts.save(turn.tx, draft, { body });
  await touchMessage(turn, draft.id, pressed);
  return saved;
}

export async function dropDraft(turn: PersonTurn, draft: Draft, pressed?: string): Promise<void> {
  await turn.drafts.save(turn.tx, draft, { state: "dropped" });
  await touchMessage(turn, draft.id, pressed);
}

export async function touchMessage({ tx, campaign, cards, now }: Turn, id: string, pressed?: string): Promise<void> {
  const when = pressed === undefined ? { now } : { now, except: pressed };
  await cards.touch(tx, { campaignId: campaign.id, kind: MESSAGE, subject: id }, when);
}

const ownDrafts = ({ tx, campaign, person, drafts }: PersonTurn): Promise<Draft[]> =>
  drafts.unfinished(tx, { campaignId: campaign.id, kind: MESSAGE, subject: person.staffId });

/**
 * The message that waits for this person: the named one, else the newest with a text. Locked until the transaction
 * ends.
 *
 * @throws {Refusal} when it was sent or given up, or none waits
 */
export async function waitingDraft(turn: PersonTurn, id: string): Promise<Draft> {
  const named = id === "" ? await newestWithText(turn) : id;
  const draft = named === undefined ? undefined : await turn.drafts.read(turn.tx, named);
  if (!draft || draft.kind !== MESSAGE || draft.startedBy !== turn.person.staffId) {
    const sent = await lastSent(turn.tx, turn.campaign.id, turn.person.staffId);
    const sentence = sent ? broadcastPhrases.nothingWaitingSent(sent.sentAt) : broadcastPhrases.nothingWaiting();
    throw new Refusal("broadcast.nothing-waiting", sentence);
  }
  if (draft.state === "dropped") throw new Refusal("broadcast.dropped", broadcastPhrases.alreadyDropped());
  if (draft.state === "done") {
    const sent = await sentAs(turn.tx, draft.id);
    throw new Refusal("broadcast.already-sent", broadcastPhrases.alreadySent(sent?.sentAt ?? turn.now));
  }
  return draft;
}

async function newestWithText(turn: PersonTurn): Promise<string | undefined> {
  return (await ownDrafts(turn)).find((draft) => messageOf(draft).text !== undefined)?.id;
}
