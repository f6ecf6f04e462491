import type { Log } from "../../../shared/log.ts";
import type { Database } from "../../storage/database.ts";
import type { Encryption } from "../../storage/encryption.ts";
import type { FileStore } from "../../storage/files.ts";
import type { LiveCard } from "../cards.ts";
import { chatOfKey } from "../chat-key.ts";
import { type ChatGateway, type DeliveryOutcome, DeliveryTrouble } from "../ports.ts";
import type { View } from "../view.ts";
import type { OutboxBody } from "./outbox.ts";
import { claimNext, type OutboxRow, putOff, type Settled } from "./outbox-rows.ts";

/** A drain gives its chat back after this: a job never expires under a living process, and others get their turn. */
const DRAIN_MS = 5_000;
const UNKNOWN_TROUBLE_MS = 2_000;
/** How often a fault of our own is tried again before the message is given up. */
const TRIES = 8;

export interface DeliveryDeps {
  database: Database;
  encryption: Encryption;
  files: FileStore;
  gateway: ChatGateway;
  log: Log;
  /** Names this process on the rows it is sending. */
  instance: string;
  /** Draws a card's face from the state as it is now. */
  drawCard(card: LiveCard): Promise<View>;
  /** Looks at the chat again after a pause. */
  wakeLater(chat: string, afterMs: number): Promise<void>;
}

/** Sends what waits in one chat's outbox, oldest first. The caller sees to it that one chat is drained once at a time. */
export function makeDrain(deps: DeliveryDeps): (chat: string) => Promise<void> {
  return async (chat) => {
    const until = Date.now() + DRAIN_MS;
    let settled: Settled | undefined;
    for (;;) {
      const next = await claimNext(deps.database, { chat, instance: deps.instance, now: new Date(), settled });
      if (next.kind === "nothing") return;
      if (next.kind === "later" || Date.now() > until) {
        await deps.wakeLater(chat, next.kind === "later" ? next.afterMs : 1);
        return;
      }
      settled = await deliver(next.row, deps);
      if (!settled) return;
    }
  };
}

/** @returns what is to be noted, or nothing when the chat must pause */
async function deliver(row: OutboxRow, deps: DeliveryDeps): Promise<Settled | undefined> {
  try {
    const outcome = await send(row, deps);
    if (outcome.kind === "refused") {
      deps.log.error(
        { item: String(row.id), chat: row.chat, reason: outcome.reason },
        "the platform refused a message",
      );
    }
    return { id: row.id, outcome };
  } catch (error) {
    const isTrouble = error instanceof DeliveryTrouble;
    const pauseMs = isTrouble ? error.retryAfterMs : UNKNOWN_TROUBLE_MS;
    const message = error instanceof Error ? error.message : String(error);
    if (!isTrouble && row.attempts >= TRIES) {
      // A fault of our own that does not go away must not silence the chat for ever.
      deps.log.error({ item: String(row.id), chat: row.chat, error: message }, "a message was given up");
      return { id: row.id, outcome: { kind: "refused", reason: message.slice(0, 200) } };
    }
    deps.log.warn({ item: String(row.id), chat: row.chat, pauseMs, error: message }, "sending failed for now");
    await putOff(deps.database, row.id, new Date(Date.now() + pauseMs));
    await deps.wakeLater(row.chat, pauseMs);
    return undefined;
  }
}

export type SendOutcome = DeliveryOutcome | { kind: "superseded" };

async function send(row: OutboxRow, deps: DeliveryDeps): Promise<SendOutcome> {
  if (row.cardId) return sendCard(row.cardId, deps);
  if (!row.body) return { kind: "superseded" };
  const body = deps.encryption.open(row.body) as OutboxBody;
  const chat = chatOfKey(row.chat);
  if (body.kind === "view") return deps.gateway.sendView(chat, body.view);
  return deps.gateway.sendFile(chat, { name: body.file.name, bytes: await deps.files.get(body.file.hash) });
}

/** Whatever several changes asked for, one call brings the newest face. */
async function sendCard(cardId: string, deps: DeliveryDeps): Promise<SendOutcome> {
  const card = (await deps.database.prisma.card.findUnique({ where: { id: cardId } })) as LiveCard | null;
  if (!card || card.version <= card.deliveredVersion) return { kind: "superseded" };
  const isNew = card.deliveredVersion === 0;
  if (isNew ? card.state === "retired" : !deps.gateway.cards) return { kind: "superseded" };
  const outbound = { cardId, chat: chatOfKey(card.chat), version: card.version, view: await deps.drawCard(card) };
  const outcome = isNew ? await deps.gateway.sendCard(outbound) : await deps.gateway.updateCard(outbound);
  // Sent by a process that died before it could note it, perhaps with an older face.
  const final = outcome.kind === "sent" && outcome.existed ? await deps.gateway.updateCard(outbound) : outcome;
  if (final.kind === "sent") await noteDelivered(deps.database, cardId, card.version);
  return final;
}

/** The platform has this version, or a newer one. */
export async function noteDelivered(database: Database, cardId: string, version: number): Promise<void> {
  await database.query("update card set delivered_version = greatest(delivered_version, $2) where id = $1", [
    cardId,
    version,
  ]);
}
