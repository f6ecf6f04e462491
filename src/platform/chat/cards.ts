import { randomBytes } from "node:crypto";
import type { Transaction } from "../storage/database.ts";
import { chatKey } from "./chat-key.ts";
import type { Outbox } from "./outbox/outbox.ts";
import type { Chat, FormRoom } from "./ports.ts";

/** A card as its row says: what it shows and to whom. The face is drawn from the state whenever it is sent. */
export interface LiveCard {
  id: string;
  campaignId: string;
  /** `<feature>.<what>`, e.g. stage.official */
  kind: string;
  subject: string;
  chat: string;
  generation: number;
  version: number;
  deliveredVersion: number;
  state: "live" | "retired";
}

export interface CardSubject {
  campaignId: string;
  kind: string;
  subject: string;
}

/** A group's card is refreshed at once, then at most this often; campaign time. Each refresh is a paid call. */
const GROUP_REFRESH_MS = 5 * 60_000;

export interface Cards {
  /** False where no card template is configured: faces go out as messages, without forms, and never change. */
  readonly interactive: boolean;
  /** How large one form on a card may be. */
  readonly formRoom: FormRoom;
  /** Shows the card anew in the chat: a new generation; the one before it shrinks to one line. */
  show(tx: Transaction, chat: Chat, subject: CardSubject): Promise<LiveCard>;
  /** Shows it only if the chat never had one of this subject. */
  showOnce(tx: Transaction, chat: Chat, subject: CardSubject): Promise<void>;
  /** The state behind these cards changed: their faces are redrawn. @param except a card answered otherwise */
  touch(tx: Transaction, subjects: Partial<CardSubject>, when: { now: Date; except?: string }): Promise<void>;
  /** The state behind these cards changed, and the person was told in words: a press finds the new face, no call is made. */
  outdate(tx: Transaction, subjects: CardSubject): Promise<void>;
  /** The clicked card moves to its next version; the acknowledgement is to carry its face. */
  advance(tx: Transaction, card: LiveCard): Promise<{ card: LiveCard; heldItem: bigint }>;
  lock(tx: Transaction, cardId: string): Promise<LiveCard | undefined>;
}

export interface CardsDeps {
  outbox: Outbox;
  interactive: boolean;
  formRoom: FormRoom;
}

export function makeCards({ outbox, interactive, formRoom }: CardsDeps): Cards {
  async function show(tx: Transaction, chat: Chat, subject: CardSubject): Promise<LiveCard> {
    const key = chatKey(chat);
    const earlier = await tx.card.findMany({ where: { ...subject, chat: key }, orderBy: { generation: "desc" } });
    for (const card of earlier.filter(({ state }) => state === "live")) {
      await tx.card.update({ where: { id: card.id }, data: { state: "retired", version: { increment: 1 } } });
      await outbox.refresh(tx, card);
    }
    const generation = (earlier[0]?.generation ?? 0) + 1;
    const card = await tx.card.create({
      data: { id: newCardId(subject, generation), ...subject, chat: key, generation, createdAt: new Date() },
    });
    await outbox.refresh(tx, card);
    return liveCard(card);
  }

  return {
    interactive,
    formRoom,
    show,
    async outdate(tx, subjects) {
      await tx.card.updateMany({ where: { ...subjects, state: "live" }, data: { version: { increment: 1 } } });
    },
    async showOnce(tx, chat, subject) {
      const known = await tx.card.findFirst({ where: { ...subject, chat: chatKey(chat) } });
      if (!known) await show(tx, chat, subject);
    },
    async touch(tx, subjects, { now, except }) {
      const cards = await tx.card.findMany({
        where: { ...subjects, state: "live", ...(except ? { id: { not: except } } : {}) },
        orderBy: { id: "asc" },
      });
      for (const card of cards) {
        const last = card.chat.startsWith("group:") ? card.refreshedAt : null;
        const dueAt = last ? new Date(last.getTime() + GROUP_REFRESH_MS) : now;
        const late = dueAt > now;
        await tx.card.update({
          where: { id: card.id },
          data: { version: { increment: 1 }, ...(late ? { refreshDueAt: dueAt } : { refreshedAt: now }) },
        });
        if (!late) await outbox.refresh(tx, card);
      }
    },
    async advance(tx, card) {
      const next = await tx.card.update({ where: { id: card.id }, data: { version: { increment: 1 } } });
      return { card: liveCard(next), heldItem: await outbox.refresh(tx, card, { held: true }) };
    },
    async lock(tx, cardId) {
      await tx.$queryRaw`select 1 from card where id = ${cardId} for update`;
      const card = await tx.card.findUnique({ where: { id: cardId } });
      return card ? liveCard(card) : undefined;
    },
  };
}

/** Readable in logs, not to be guessed: who knows an id could press a card never sent to them. */
const newCardId = ({ kind, subject }: CardSubject, generation: number): string =>
  `${kind}.${subject.replace(/[^\w-]/g, "").slice(0, 24)}.${generation}.${randomBytes(9).toString("base64url")}`;

const liveCard = (row: Omit<LiveCard, "state"> & { state: string }): LiveCard => ({
  ...row,
  state: row.state === "live" ? "live" : "retired",
});
