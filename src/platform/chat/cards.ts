import { randomBytes } from "node:crypto";
import type { Transaction } from "../storage/database.ts";
import { chatKey } from "./chat-key.ts";
import type { Outbox } from "./outbox/outbox.ts";
import type { Chat, FormRoom } from "./ports.ts";

/** A row of the table `card`: what is shown where. Its view is rendered from the current state when it is sent. */
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
  /** Hash of the view that was delivered last. */
  deliveredHash: string | null;
  /** The first version that shows what the delivered one shows; 0 where that is unknown. */
  sameSince: number;
  /** Whose work it is used for, where it is not the receiver's own; opaque here. */
  actsFor: string | null;
  state: "live" | "retired";
}

export interface CardSubject {
  campaignId: string;
  kind: string;
  subject: string;
}

/** A card to be shown, and whose work it is used for where that is not the receiver's own. */
export interface ShownCard extends CardSubject {
  actsFor?: string | undefined;
}

/**
 * Campaign time. Minimum interval between two refreshes of a group's card, and delay of a person's card after the last
 * typed answer. Each refresh is a billed call.
 */
const REFRESH_PAUSE_MS = 5 * 60_000;

export interface Cards {
  /** False where no card template is configured: views are sent as messages, without forms, and cannot be updated. */
  readonly interactive: boolean;
  /** How large one form on a card may be. */
  readonly formRoom: FormRoom;
  /** Sends a new generation of the card; the previous one is retired and shrinks to one line. */
  show(tx: Transaction, chat: Chat, subject: ShownCard): Promise<LiveCard>;
  /** Shows the card unless the chat ever had one with this subject. */
  showOnce(tx: Transaction, chat: Chat, subject: ShownCard): Promise<void>;
  /** Renders the live cards again after their state changed. */
  refresh(tx: Transaction, subjects: Partial<CardSubject>, when: RefreshWhen): Promise<void>;
  /** The same once the conversation pauses: until then the bot answers in words. */
  refreshLater(tx: Transaction, subjects: CardSubject, when: RefreshWhen): Promise<void>;
  /** Moves the pressed card to its next version, which the acknowledgement delivers; `heldItem` is the fallback. */
  advance(tx: Transaction, card: LiveCard): Promise<{ card: LiveCard; heldItem: bigint }>;
  lock(tx: Transaction, cardId: string): Promise<LiveCard | undefined>;
}

export interface RefreshWhen {
  /** Campaign time. */
  now: Date;
  /** Id of the pressed card, which is answered by its press. */
  except?: string;
}

export interface CardsDeps {
  outbox: Outbox;
  interactive: boolean;
  formRoom: FormRoom;
}

export function makeCards({ outbox, interactive, formRoom }: CardsDeps): Cards {
  async function show(tx: Transaction, chat: Chat, { actsFor, ...subject }: ShownCard): Promise<LiveCard> {
    const key = chatKey(chat);
    const earlier = await tx.card.findMany({ where: { ...subject, chat: key }, orderBy: { generation: "desc" } });
    for (const card of earlier.filter(({ state }) => state === "live")) {
      await tx.card.update({ where: { id: card.id }, data: { state: "retired", version: { increment: 1 } } });
      await outbox.refresh(tx, card);
    }
    const generation = (earlier[0]?.generation ?? 0) + 1;
    const card = await tx.card.create({
      data: {
        ...{ id: newCardId(subject, generation), ...subject, chat: key, generation, createdAt: new Date() },
        actsFor: actsFor ?? null,
      },
    });
    await outbox.refresh(tx, card);
    return liveCard(card);
  }

  return {
    interactive,
    formRoom,
    show,
    async showOnce(tx, chat, { actsFor, ...subject }) {
      const known = await tx.card.findFirst({ where: { ...subject, chat: chatKey(chat) } });
      if (!known) await show(tx, chat, { ...subject, actsFor });
    },
    async refresh(tx, subjects, when) {
      const cards = await nextVersions(tx, subjects, when);
      await outbox.refreshAll(
        tx,
        cards.filter(({ isLater }) => !isLater),
      );
    },
    async refreshLater(tx, { campaignId, kind, subject }, { now, except }) {
      await tx.card.updateMany({
        where: { campaignId, kind, subject, state: "live", ...(except === undefined ? {} : { id: { not: except } }) },
        data: { version: { increment: 1 }, refreshDueAt: new Date(now.getTime() + REFRESH_PAUSE_MS) },
      });
    },
    async advance(tx, card) {
      const next = await tx.card.update({
        where: { id: card.id },
        data: { version: { increment: 1 }, refreshDueAt: null },
      });
      return { card: liveCard(next), heldItem: await outbox.refresh(tx, card, { held: true }) };
    },
    async lock(tx, cardId) {
      await tx.$queryRaw`select 1 from card where id = ${cardId} for update`;
      const card = await tx.card.findUnique({ where: { id: cardId } });
      return card ? liveCard(card) : undefined;
    },
  };
}

/**
 * Moves the live cards to their next version, in the order of their ids, so that two transactions cannot block each
 * other. One that is not delivered yet is drawn when it is sent: that is no refresh the next one has to wait for.
 */
const nextVersions = (
  tx: Transaction,
  { campaignId, kind, subject }: Partial<CardSubject>,
  { now, except }: RefreshWhen,
): Promise<{ id: string; chat: string; isLater: boolean }[]> => tx.$queryRaw`
  with locked as materialized (
    select id, chat like 'group:%' and refreshed_at + ${REFRESH_PAUSE_MS} * interval '1 ms' > ${now} as later
    from card
    where state = 'live' and (${campaignId ?? null}::text is null or campaign_id = ${campaignId ?? null})
      and (${kind ?? null}::text is null or kind = ${kind ?? null})
      and (${subject ?? null}::text is null or subject = ${subject ?? null})
      and (${except ?? null}::text is null or id <> ${except ?? null})
    order by id for update),
  moved as (
    update card set version = version + 1,
      refreshed_at = case when locked.later or card.delivered_version = 0 then card.refreshed_at else ${now} end,
      refresh_due_at = case when locked.later then card.refreshed_at + ${REFRESH_PAUSE_MS} * interval '1 ms' end
    from locked where card.id = locked.id
    returning card.id, card.chat, coalesce(locked.later, false) as "isLater")
  select * from moved order by id`;

/** Readable in logs but not guessable: whoever knows an id can press the card. */
const newCardId = ({ kind, subject }: CardSubject, generation: number): string =>
  `${kind}.${subject.replace(/[^\w-]/g, "").slice(0, 24)}.${generation}.${randomBytes(9).toString("base64url")}`;

const liveCard = (row: Omit<LiveCard, "state"> & { state: string }): LiveCard => ({
  ...row,
  state: row.state === "live" ? "live" : "retired",
});
