import type { StaffId } from "../../../shared/brand.ts";
import type { Database, Transaction } from "../../storage/database.ts";
import type { Encryption } from "../../storage/encryption.ts";
import { beforeCommit } from "../../storage/transactions.ts";
import { chatKey } from "../chat-key.ts";
import type { Chat, PersonalTodo } from "../ports.ts";
import type { View } from "../view.ts";

/** How long the outbox waits for an acknowledgement to deliver a new version of a card. Machine time. */
export const HOLD_MS = 3_000;

/** A file of the file store, under the name that people see. */
export interface OutboundFile {
  name: string;
  hash: string;
}

/** Stored encrypted. */
export type OutboxBody =
  | { kind: "view"; view: View }
  | { kind: "file"; file: OutboundFile }
  /** `dueAt`: ISO 8601; `otherwise` is sent where the platform takes no entry. */
  | { kind: "todo"; todo: Omit<PersonalTodo, "dueAt"> & { dueAt: string }; otherwise: View }
  /** A notice that stays until it is confirmed; `otherwise` is sent where the edition has none. */
  | { kind: "ding"; text: string; otherwise: View }
  /** Ends the entry of that source. */
  | { kind: "todoEnd"; source: string };

/** Key of the item that added the entry. */
export const todoKey = (source: string): string => `todo/${source}`;

/** Transactional outbox: items are stored by the transaction that decides on them and sent after its commit. */
export interface Outbox {
  /** @param dedupeKey a second message under the same key is not stored */
  say(tx: Transaction, chat: Chat, message: { view: View; dedupeKey?: string }): Promise<void>;
  /** What was said last in the chat, cards apart, the newest first; undefined stands for a file. */
  saidLast(tx: Transaction, chat: Chat, most: number): Promise<readonly (View | undefined)[]>;
  sendFile(tx: Transaction, chat: Chat, message: { file: OutboundFile; dedupeKey?: string }): Promise<void>;
  /** The same file to each of the chats. @param key with the chat behind it, the key of each message */
  sendFileToAll(tx: Transaction, chats: readonly Chat[], message: { file: OutboundFile; key: string }): Promise<void>;
  /** A notice in the app that stays until it is confirmed; where that cannot be, the view is sent. */
  sendDing(tx: Transaction, person: StaffId, notice: { text: string; otherwise: View }): Promise<void>;
  /** Adds an entry to the person's to-do list, once; where that cannot be, the view is sent. */
  addTodo(tx: Transaction, person: StaffId, entry: { todo: PersonalTodo; otherwise: View }): Promise<void>;
  /** Ends it, once. Without effect where the view was sent. */
  endTodo(tx: Transaction, person: StaffId, source: string): Promise<void>;
  /** Sends or updates the card; `held`: only if no acknowledgement delivers it within {@link HOLD_MS}. */
  refresh(tx: Transaction, card: { id: string; chat: string }, how?: { held: boolean }): Promise<bigint>;
  /** Sends what is stored for the chats, once the transaction has committed. */
  wake(tx: Transaction, chats: readonly string[]): void;
  /** Sends or updates each of the cards. */
  refreshAll(tx: Transaction, cards: readonly { id: string; chat: string }[]): Promise<void>;
  /** Drops what waits under keys that begin so, in every chat. */
  dropKeyed(tx: Transaction, prefix: string): Promise<void>;
  /** Drops what waits for the chat: cards of the campaign; with `isInNone` everything. */
  dropWaiting(tx: Transaction, chat: Chat, what: { campaignId: string; isInNone: boolean }): Promise<void>;
}

export interface OutboxDeps {
  database: Pick<Database, "afterCommit">;
  encryption: Encryption;
  /** Sends what waits in the chat. */
  deliver(chat: string): void;
}

export function makeOutbox({ database, encryption, deliver }: OutboxDeps): Outbox {
  const wake = (tx: Transaction, chat: string) => database.afterCommit(tx, () => deliver(chat));

  async function store(tx: Transaction, chat: Chat, body: OutboxBody, dedupeKey?: string): Promise<void> {
    await beforeCommit(tx, async () => {
      const stored = await tx.outboxItem.createMany({
        data: {
          chat: chatKey(chat),
          kind: body.kind,
          body: encryption.seal(body),
          dedupeKey: dedupeKey ?? null,
          createdAt: new Date(),
        },
        skipDuplicates: true,
      });
      if (stored.count > 0) wake(tx, chatKey(chat));
    });
  }

  return {
    wake(tx, chats) {
      for (const chat of chats) wake(tx, chat);
    },
    say: (tx, chat, { view, dedupeKey }) => store(tx, chat, { kind: "view", view }, dedupeKey),
    sendFile: (tx, chat, { file, dedupeKey }) => store(tx, chat, { kind: "file", file }, dedupeKey),
    async sendFileToAll(tx, chats, { file, key }) {
      const body = encryption.seal({ kind: "file", file } satisfies OutboxBody);
      const stored = await tx.$queryRaw<{ chat: string }[]>`
        insert into outbox_item (chat, kind, body, dedupe_key, created_at)
        select chat, 'file', ${body}::bytea, ${`${key}/`} || chat, ${new Date()}::timestamptz
        from unnest(${chats.map(chatKey)}::text[]) as chat
        on conflict do nothing returning chat`;
      for (const { chat } of stored) wake(tx, chat);
    },
    sendDing: (tx, person, { text, otherwise }) =>
      store(tx, { kind: "direct", person }, { kind: "ding", text, otherwise }),
    addTodo: (tx, person, { todo, otherwise }) =>
      store(
        tx,
        { kind: "direct", person },
        { kind: "todo", todo: { ...todo, dueAt: todo.dueAt.toISOString() }, otherwise },
        todoKey(todo.source),
      ),
    endTodo: (tx, person, source) =>
      store(tx, { kind: "direct", person }, { kind: "todoEnd", source }, `${todoKey(source)}/end`),
    async saidLast(tx, chat, most) {
      const items = await tx.outboxItem.findMany({
        where: { chat: chatKey(chat), kind: { in: ["view", "file"] } },
        select: { body: true },
        orderBy: { id: "desc" },
        take: most,
      });
      const bodies = items.map(({ body }) => (body ? (encryption.open(body) as OutboxBody) : undefined));
      return bodies.map((body) => (body?.kind === "view" ? body.view : undefined));
    },
    async dropWaiting(tx, chat, { campaignId, isInNone }) {
      await tx.$executeRaw`
        update outbox_item set state = 'superseded' where chat = ${chatKey(chat)} and state in ('waiting', 'held')
        and (${isInNone} or exists (select 1 from card where card.id = card_id and card.campaign_id = ${campaignId}))`;
    },
    async dropKeyed(tx, prefix) {
      await tx.outboxItem.updateMany({
        where: { dedupeKey: { startsWith: prefix }, state: { in: ["waiting", "held"] } },
        data: { state: "superseded" },
      });
    },
    async refresh(tx, card, { held } = { held: false }) {
      // The hold ends by the database's clock, as whoever claims the item reads it.
      const [row] = await tx.$queryRaw<{ id: bigint }[]>`
        insert into outbox_item (chat, kind, card_id, state, not_before, created_at)
        values (${card.chat}, 'card', ${card.id}, ${held ? "held" : "waiting"},
          case when ${held} then clock_timestamp() + make_interval(secs => ${HOLD_MS / 1_000}) end, now())
        returning id`;
      // Most are dropped, as the acknowledgement brings the card; the sweep finds the others.
      if (!held) wake(tx, card.chat);
      return BigInt(row?.id ?? 0);
    },
    async refreshAll(tx, cards) {
      if (cards.length === 0) return;
      const createdAt = new Date();
      await tx.outboxItem.createMany({
        data: cards.map(({ id, chat }) => ({ chat, kind: "card", cardId: id, createdAt })),
      });
      for (const { chat } of cards) wake(tx, chat);
    },
  };
}
