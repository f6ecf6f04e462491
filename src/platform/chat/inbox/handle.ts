import type { Refusal } from "../../../shared/refusal.ts";
import type { Transaction } from "../../storage/database.ts";
import type { Cards } from "../cards.ts";
import { chatOfKey } from "../chat-key.ts";
import type { Outbox } from "../outbox/outbox.ts";
import { chatPhrases } from "../phrases.ts";
import type { CallbackAnswer, CardCallback, Chat } from "../ports.ts";
import type { LiveCard, ReceivedFile, Reception } from "../turn.ts";
import type { InboxRow } from "./work-lane.ts";

/** Presses of the same meaning within this are one. Machine time. */
const DOUBLE_CLICK_MS = 3_000;

export interface HandleDeps {
  reception: Reception;
  cards: Cards;
  outbox: Outbox;
  /** The answer carries the face; told whether it arrived. */
  settle(heldItem: bigint, card: LiveCard, delivered: boolean): void;
  filesOf(row: InboxRow): readonly ReceivedFile[];
}

/** The work behind one inbound event, in the transaction that marks it done. */
export function makeHandle(deps: HandleDeps) {
  return async (tx: Transaction, row: InboxRow): Promise<CallbackAnswer> => {
    const { inbound } = row;
    switch (inbound.kind) {
      case "message":
        await deps.reception.onMessage(tx, inbound, deps.filesOf(row));
        return {};
      case "event":
        await deps.reception.onEvent(tx, inbound);
        return {};
      case "callback":
        return handleCallback(tx, row, inbound, deps);
    }
  };
}

async function handleCallback(
  tx: Transaction,
  row: InboxRow,
  callback: CardCallback,
  deps: HandleDeps,
): Promise<CallbackAnswer> {
  const card = await deps.cards.lock(tx, callback.cardId);
  if (!card) return { toast: chatPhrases.unknownCard() };
  const chat = chatOfKey(card.chat);
  if (chat.kind === "direct" && chat.person !== callback.person) return { toast: chatPhrases.notYourCard() };
  if (!(await deps.reception.mayPress(tx, callback, card))) return { toast: chatPhrases.notYourCard() };
  if (callback.action === "") return { toast: chatPhrases.unknownAction() };
  if (await isDoubleClick(tx, row)) return { toast: chatPhrases.alreadyDone(), ...(await faceOf(tx, card, deps)) };
  if (card.state === "retired") return { toast: chatPhrases.stale(), ...(await faceOf(tx, card, deps)) };
  if (deps.reception.changes(callback.action) && callback.version !== card.version) {
    return { toast: chatPhrases.stale(), ...(await faceOf(tx, card, deps)) };
  }
  const { toast, changed } = await deps.reception.onPress(tx, { callback, card });
  const said = toast === undefined ? {} : { toast };
  if (!changed) return said;
  const { card: next, heldItem } = await deps.cards.advance(tx, card);
  const face = await faceOf(tx, next, deps);
  return { ...said, ...face, settled: (delivered) => deps.settle(heldItem, next, delivered) };
}

async function faceOf(tx: Transaction, card: LiveCard, deps: HandleDeps): Promise<Pick<CallbackAnswer, "face">> {
  const view = card.state === "retired" ? chatPhrases.retired() : await deps.reception.drawCard(tx, card);
  return { face: { cardId: card.id, chat: chatOfKey(card.chat), version: card.version, view } };
}

async function isDoubleClick(tx: Transaction, row: InboxRow): Promise<boolean> {
  const since = new Date(row.receivedAt.getTime() - DOUBLE_CLICK_MS);
  const earlier = await tx.inboxEvent.findFirst({
    where: {
      pressKey: row.pressKey,
      id: { lt: row.id },
      receivedAt: { gte: since },
      state: { in: ["done", "refused"] },
    },
    select: { id: true },
  });
  return earlier !== null;
}

/** Where a sentence for this person alone goes. Nobody can be told where the platform names no person. */
export function privateChatOf(row: InboxRow): Chat | undefined {
  const { inbound } = row;
  if (inbound.kind === "callback") return { kind: "direct", person: inbound.person };
  if (inbound.kind === "message" && inbound.from) return { kind: "direct", person: inbound.from };
  return undefined;
}

/** A refusal is told to the person only: as a toast where they pressed, as a message where they wrote. */
export function makeTell(outbox: Outbox) {
  return {
    async refused(tx: Transaction, row: InboxRow, refusal: Refusal): Promise<CallbackAnswer> {
      if (row.inbound.kind === "callback") return { toast: refusal.message };
      const chat = privateChatOf(row);
      if (chat) await outbox.say(tx, chat, { view: chatPhrases.refusal(refusal.message) });
      return {};
    },
    async failed(tx: Transaction, row: InboxRow, reference: string): Promise<CallbackAnswer> {
      if (row.inbound.kind === "callback") return { toast: chatPhrases.failureToast(reference) };
      const chat = privateChatOf(row);
      if (chat) await outbox.say(tx, chat, { view: chatPhrases.failure(reference) });
      return {};
    },
  };
}
