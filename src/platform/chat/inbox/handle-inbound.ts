import type { StaffId } from "../../../shared/brand.ts";
import { RefusalError } from "../../../shared/refusal-error.ts";
import type { Transaction } from "../../storage/database.ts";
import type { Encryption } from "../../storage/encryption.ts";
import { countAskedBack } from "../asked-back.ts";
import type { Cards, LiveCard } from "../cards.ts";
import { chatOfKey } from "../chat-key.ts";
import type { Dialogues } from "../dialogue.ts";
import type { Dispatcher, ReceivedFile } from "../dispatcher.ts";
import type { Outbox } from "../outbox/outbox.ts";
import { chatPhrases } from "../phrases.ts";
import type { CallbackAnswer, CardCallback, Chat, InboundMessage, OutboundCard } from "../ports.ts";
import type { InboxRow } from "./inbox-row.ts";
import { messageOrder } from "./message-order.ts";
import { type ProcessDeps, TOO_MANY } from "./process-lane.ts";
import { quotedMessage } from "./quoted-message.ts";

/** Identical presses within this time count as one. Machine time. */
const DOUBLE_CLICK_MS = 3_000;

export interface HandleDeps {
  dispatcher: Dispatcher;
  cards: Cards;
  outbox: Outbox;
  encryption: Encryption;
  /** Called once it is known whether the acknowledgement delivered the new version of the card. */
  onDelivery(heldItem: bigint, card: OutboundCard, delivered: boolean): void;
  filesOf(row: InboxRow): readonly ReceivedFile[];
}

/** Handles one inbound event in the transaction that marks it done; see {@link ProcessDeps.begin}. */
export function makeHandleInbound(deps: HandleDeps): ProcessDeps["begin"] {
  return (tx, row) => {
    const { inbound } = row;
    switch (inbound.kind) {
      case "message":
        deps.dispatcher.foresee(tx, inbound.chat.kind === "direct" ? inbound.from : undefined);
        return () => handleMessage(tx, row, inbound, deps);
      case "event":
        return async () => {
          await deps.dispatcher.onEvent(tx, inbound);
          return {};
        };
      case "callback": {
        const pressed = readPressed(tx, row, inbound, deps);
        return () => handleCallback(tx, row, inbound, pressed, deps);
      }
    }
  };
}

async function handleMessage(
  tx: Transaction,
  row: InboxRow,
  message: InboundMessage,
  deps: HandleDeps,
): Promise<CallbackAnswer> {
  const quoted = await quotedMessage(tx, message, deps.encryption);
  const received = { at: row.receivedAt, order: messageOrder(message.sentAt, row.id), ...heardOf(row) };
  await deps.dispatcher.onMessage(tx, message, { files: deps.filesOf(row), received, ...(quoted ? { quoted } : {}) });
  return {};
}

const heardOf = ({ heardAt }: InboxRow): { heardAt?: Date } => (heardAt ? { heardAt } : {});

type Pressed = Promise<[card: LiveCard | undefined, isAgain: boolean]>;

/** Locks the card, and reads beside it what every press needs. */
function readPressed(tx: Transaction, row: InboxRow, callback: CardCallback, deps: HandleDeps): Pressed {
  const reading = Promise.all([deps.cards.lock(tx, callback.cardId, row.lane), isDoubleClick(tx, row)]);
  deps.dispatcher.foresee(tx, callback.person);
  // Whoever handles the press meets the failure.
  reading.catch(() => undefined);
  return reading;
}

async function handleCallback(
  tx: Transaction,
  row: InboxRow,
  callback: CardCallback,
  pressed: Pressed,
  deps: HandleDeps,
): Promise<CallbackAnswer> {
  const [card, isAgain] = await pressed;
  if (!card) throw new RefusalError("press.unknown-card", chatPhrases.unknownCard());
  const chat = chatOfKey(card.chat);
  const isAddressee = chat.kind === "group" || chat.person === callback.person;
  if (!isAddressee || !(await deps.dispatcher.mayPress(tx, callback, card)))
    throw new RefusalError("press.not-your-card", chatPhrases.notYourCard());
  if (callback.action === "") return { toast: chatPhrases.unknownAction() };
  if (isAgain) return { toast: chatPhrases.alreadyDone(), card: await render(tx, card, deps) };
  const isOutdated = deps.dispatcher.changes(callback.action) && !showsTheSame(card, callback.version);
  const isReconciled = callback.form !== undefined && deps.dispatcher.reconciles(callback.action);
  if ((card.state === "retired" || isOutdated) && !isReconciled) {
    return { toast: chatPhrases.stale(), card: await render(tx, card, deps) };
  }
  const { toast, changed, lasting } = await deps.dispatcher.onPress(tx, { callback, card, ...heardOf(row) });
  const said = { ...(toast === undefined ? {} : { toast }), ...(lasting ? { lasting } : {}) };
  if (!changed) return said;
  const { drawn, heldItem } = await drawNext(tx, card, deps);
  return { ...said, card: drawn, onDelivery: (delivered) => deps.onDelivery(heldItem, drawn, delivered) };
}

/** The pressed card's next version. It is drawn while it is stored: both go out together. */
async function drawNext(
  tx: Transaction,
  card: LiveCard,
  deps: HandleDeps,
): Promise<{ drawn: OutboundCard; heldItem: bigint }> {
  const [{ card: next, heldItem }, drawn] = await Promise.all([deps.cards.advance(tx, card), render(tx, card, deps)]);
  if (next.state === "retired") return { drawn: await render(tx, next, deps), heldItem };
  return { drawn: { ...drawn, version: next.version }, heldItem };
}

/** Whether the version that the person had before them shows what the card shows now. */
const showsTheSame = ({ version, deliveredVersion, sameSince }: LiveCard, seen: number): boolean =>
  seen === version || (deliveredVersion === version && sameSince > 0 && sameSince <= seen && seen < version);

async function render(tx: Transaction, card: LiveCard, deps: HandleDeps): Promise<OutboundCard> {
  const view = card.state === "retired" ? chatPhrases.retired() : await deps.dispatcher.renderCard(tx, card);
  return { cardId: card.id, chat: chatOfKey(card.chat), version: card.version, view };
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

/** Undefined if the platform did not identify the sender. */
export function senderOf({ inbound }: Pick<InboxRow, "inbound">): StaffId | undefined {
  if (inbound.kind === "callback") return inbound.person;
  return inbound.kind === "message" ? inbound.from || undefined : undefined;
}

/** The chat for a reply that only the sender may see. */
function privateChatOf(row: InboxRow): Chat | undefined {
  const person = senderOf(row);
  return person && { kind: "direct", person };
}

/** What comes in a flood is answered once in it. */
const hourOf = (at: Date): string => at.toISOString().slice(0, 13);

/** Refusals and failures are reported to the sender only: as a toast after a press, as a direct message otherwise; a failure always as a message. */
export function makeErrorReplies(outbox: Outbox, dialogues: Pick<Dialogues, "open">) {
  return {
    async refused(tx: Transaction, row: InboxRow, refusal: RefusalError): Promise<CallbackAnswer> {
      if (row.inbound.kind === "callback") return { toast: refusal.message };
      await countAskedBack(tx, refusal.code);
      const chat = privateChatOf(row);
      const { asks } = refusal;
      const view = chatPhrases.refusal(refusal.message, asks?.typed, asks?.labels);
      const once = refusal.code === TOO_MANY ? { dedupeKey: `${TOO_MANY}/${row.lane}/${hourOf(row.receivedAt)}` } : {};
      if (chat) await outbox.say(tx, chat, { view, ...once });
      // The next message says which is meant; it answers no other question.
      if (chat?.kind === "direct" && asks?.dialogue) await dialogues.open(tx, chat.person, asks.dialogue);
      return {};
    },
    async failed(tx: Transaction, row: InboxRow, reference: string): Promise<CallbackAnswer> {
      const chat = privateChatOf(row);
      // After a press too: by the last try its answer has usually been given, and says that it is being worked on.
      if (chat) await outbox.say(tx, chat, { view: chatPhrases.failure(reference) });
      return row.inbound.kind === "callback" ? { toast: chatPhrases.failureToast(reference) } : {};
    },
  };
}
