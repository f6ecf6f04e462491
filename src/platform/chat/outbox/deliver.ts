import type { Log } from "../../../shared/log.ts";
import type { Database } from "../../storage/database.ts";
import type { Encryption } from "../../storage/encryption.ts";
import type { FileStore } from "../../storage/files.ts";
import type { LiveCard } from "../cards.ts";
import { chatOfKey } from "../chat-key.ts";
import { type Chat, type ChatGateway, DeliveryError, type OutboundCard } from "../ports.ts";
import type { View } from "../view.ts";
import { type OutboxBody, todoKey } from "./outbox.ts";
import {
  claimNext,
  type Delivered,
  type OutboxRow,
  postpone,
  type SendOutcome,
  type Settled,
  sendAgainAfter,
  viewHash,
} from "./outbox-rows.ts";

/** Time slice of one drain, so that other chats get their turn. */
const DRAIN_MS = 5_000;
const UNKNOWN_ERROR_PAUSE_MS = 2_000;
/** Attempts before a message is dropped because of an unexpected error. */
const MAX_ATTEMPTS = 8;

export interface DeliveryDeps {
  database: Database;
  encryption: Encryption;
  files: FileStore;
  gateway: ChatGateway;
  log: Log;
  /** Identifies this process on the rows it is sending. */
  instance: string;
  /** When cards in groups are redrawn unasked again; undefined where they are now. Campaign time. */
  redrawsFrom?: (() => Date | undefined) | undefined;
  /** Renders the card from the current state. */
  renderCard(card: LiveCard): Promise<View>;
  /** Drains the chat again after a pause. */
  deliverLater(chat: string, afterMs: number): void;
}

/** Sends the waiting items of one chat, oldest first. The caller ensures that a chat is not drained concurrently. */
export function makeDrain(deps: DeliveryDeps): (chat: string) => Promise<void> {
  return async (chat) => {
    const until = performance.now() + DRAIN_MS;
    let settled: Settled | undefined;
    for (;;) {
      const next = await claimNext(deps.database, { chat, instance: deps.instance, settled });
      if (next.kind === "nothing") return;
      if (next.kind === "later" || performance.now() > until) {
        deps.deliverLater(chat, next.kind === "later" ? next.afterMs : 1);
        return;
      }
      settled = await deliver(next.row, deps);
      if (!settled) return;
    }
  };
}

/** @returns the outcome to store, or undefined when the chat must pause */
async function deliver(row: OutboxRow, deps: DeliveryDeps): Promise<Settled | undefined> {
  try {
    const { outcome, delivered } = await send(row, deps);
    if (outcome.kind === "refused") {
      deps.log.error(
        { item: String(row.id), chat: row.chat, reason: outcome.reason },
        "the platform refused a message",
      );
    }
    return { id: row.id, outcome, delivered };
  } catch (error) {
    const isDeliveryError = error instanceof DeliveryError;
    const pauseMs = isDeliveryError ? error.retryAfterMs : UNKNOWN_ERROR_PAUSE_MS;
    const message = error instanceof Error ? error.message : String(error);
    if (!isDeliveryError && row.attempts >= MAX_ATTEMPTS) {
      // A permanent error must not block the chat.
      deps.log.error(
        { item: String(row.id), chat: row.chat, error: message },
        "dropping a message after repeated errors",
      );
      return { id: row.id, outcome: { kind: "refused", reason: message.slice(0, 200) } };
    }
    deps.log.warn({ item: String(row.id), chat: row.chat, pauseMs, error: message }, "sending failed, retrying");
    await postpone(deps.database, { id: row.id, instance: deps.instance, afterMs: pauseMs });
    deps.deliverLater(row.chat, pauseMs);
    return undefined;
  }
}

interface Sent {
  outcome: SendOutcome;
  delivered?: Delivered;
}

const send = async (row: OutboxRow, deps: DeliveryDeps): Promise<Sent> =>
  row.cardId ? sendCard(row.cardId, deps) : { outcome: await sendBody(row, deps) };

async function sendBody(row: OutboxRow, deps: DeliveryDeps): Promise<SendOutcome> {
  if (!row.body) return { kind: "superseded" };
  const body = deps.encryption.open(row.body) as OutboxBody;
  const chat = chatOfKey(row.chat);
  switch (body.kind) {
    case "view":
      return deps.gateway.sendView(chat, body.view);
    case "file":
      return deps.gateway.sendFile(chat, { name: body.file.name, bytes: await deps.files.get(body.file.hash) });
    case "todo":
      return addTodo(chat, body, deps);
    case "ding":
      return sendDing(chat, body, deps);
    case "todoEnd":
      return endTodo(chat, body.source, deps);
  }
}

/** Before the platform's receipt of an entry: what was sent in its place has another. */
const ENTRY = "todo:";

async function addTodo(
  chat: Chat,
  { todo, otherwise }: Extract<OutboxBody, { kind: "todo" }>,
  { gateway, log }: DeliveryDeps,
): Promise<SendOutcome> {
  if (chat.kind !== "direct") return { kind: "superseded" };
  const outcome = await gateway.addTodo(chat.person, { ...todo, dueAt: new Date(todo.dueAt) });
  if (outcome.kind === "sent") return { kind: "sent", receipt: `${ENTRY}${outcome.receipt ?? ""}` };
  log.warn({ reason: outcome.reason }, "the platform took no to-do; a message is sent in its place");
  return gateway.sendView(chat, otherwise);
}

async function sendDing(
  chat: Chat,
  { text, otherwise }: Extract<OutboxBody, { kind: "ding" }>,
  { gateway, log }: DeliveryDeps,
): Promise<SendOutcome> {
  if (chat.kind !== "direct") return { kind: "superseded" };
  const outcome = await gateway.sendDing(chat.person, text);
  if (outcome.kind === "sent") return { kind: "sent" };
  log.warn({ reason: outcome.reason }, "the platform sent no DING; a message is sent in its place");
  return gateway.sendView(chat, otherwise);
}

async function endTodo(chat: Chat, source: string, { database, gateway }: DeliveryDeps): Promise<SendOutcome> {
  if (chat.kind !== "direct") return { kind: "superseded" };
  const added = await database.tables.outboxItem.findUnique({ where: { dedupeKey: todoKey(source) } });
  const receipt = added?.receipt?.startsWith(ENTRY) ? added.receipt.slice(ENTRY.length) : "";
  return receipt === "" ? { kind: "superseded" } : gateway.endTodo(chat.person, receipt);
}

/** Sends the latest version; items queued for earlier versions become superseded. */
async function sendCard(cardId: string, deps: DeliveryDeps): Promise<Sent> {
  const card = (await deps.database.tables.card.findUnique({ where: { id: cardId } })) as LiveCard | null;
  if (!card || card.version <= card.deliveredVersion) return { outcome: { kind: "superseded" } };
  const isNew = card.deliveredVersion === 0;
  if (isNew ? card.state === "retired" : !deps.gateway.interactive) return { outcome: { kind: "superseded" } };
  const from = isNew ? undefined : deps.redrawsFrom?.();
  if (from && chatOfKey(card.chat).kind === "group") {
    await deps.database.tables.card.update({ where: { id: cardId }, data: { refreshDueAt: from } });
    return { outcome: { kind: "superseded" } };
  }
  const outbound = { cardId, chat: chatOfKey(card.chat), version: card.version, view: await deps.renderCard(card) };
  if (!isNew && card.deliveredHash === viewHash(outbound.view)) {
    // Nothing to see: the version moves on without a paid call.
    return { outcome: { kind: "superseded" }, delivered: outbound };
  }
  const update = () => deps.gateway.updateCard(outbound).finally(() => afterUpdate(outbound, deps));
  const outcome = isNew ? await deps.gateway.sendCard(outbound) : await update();
  // Created by a process that died before storing the outcome, possibly with an earlier version.
  const final = outcome.kind === "sent" && outcome.existed ? await update() : outcome;
  return { outcome: final, ...(final.kind === "sent" ? { delivered: outbound } : {}) };
}

/**
 * While an update was on its way, an acknowledgement may have brought a later version, or another process that took over
 * from this one, paused, has sent it: the phone fell back, and the row alone does not say so. The newest is sent again.
 */
async function afterUpdate({ cardId, version }: OutboundCard, { database }: DeliveryDeps): Promise<void> {
  // Of a process that was paused, the pool's connections were ended meanwhile, and each fails once.
  for (let attempt = 1; ; attempt++) {
    try {
      return await sendAgainAfter(database, { cardId, version });
    } catch (error) {
      if (attempt === CONNECTIONS) throw error;
    }
  }
}
/** More than the pool has. */
const CONNECTIONS = 20;
