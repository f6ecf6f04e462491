import { randomBytes } from "node:crypto";
import { Prisma, type Transaction } from "../storage/database.ts";
import { beforeCommit } from "../storage/transactions.ts";
import { chatKey } from "./chat-key.ts";
import { laneLock } from "./inbox/lane-lock.ts";
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

/** Cards of a campaign; without `subject`, all of the kind. */
export interface CardChoice {
  kind: string;
  subject?: string;
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
  /** The same card in many chats, with a number of statements that does not grow with them. @returns ids by chat's key */
  showAll(tx: Transaction, chats: readonly Chat[], subject: CardSubject): Promise<ReadonlyMap<string, string>>;
  /** Live cards that are not sent yet are not sent any more. */
  withdrawUnsent(tx: Transaction, subject: CardSubject): Promise<void>;
  /** Shows the card unless the chat ever had one with this subject. */
  showOnce(tx: Transaction, chat: Chat, subject: ShownCard): Promise<void>;
  /** Renders the live cards of a campaign again after their state changed. */
  refresh(tx: Transaction, campaignId: string, cards: readonly CardChoice[], when: RefreshWhen): Promise<void>;
  /** The same once the conversation pauses: until then the bot answers in words. */
  refreshLater(tx: Transaction, campaignId: string, cards: readonly CardChoice[], when: RefreshWhen): Promise<void>;
  /** Moves the pressed card to its next version, which the acknowledgement delivers; `heldItem` is the fallback. */
  advance(tx: Transaction, card: LiveCard): Promise<{ card: LiveCard; heldItem: bigint }>;
  /** @param lane whose turn this is: nothing is locked, or waited for, while another process has it */
  lock(tx: Transaction, cardId: string, lane: string): Promise<LiveCard | undefined>;
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

  async function showAll(
    tx: Transaction,
    chats: readonly Chat[],
    subject: CardSubject,
  ): Promise<ReadonlyMap<string, string>> {
    const keys = [...new Set(chats.map(chatKey))];
    const earlier = await tx.$queryRaw<{ id: string; chat: string; generation: number; state: string }[]>`
      select id, chat, generation, state from card
      where campaign_id = ${subject.campaignId} and kind = ${subject.kind} and subject = ${subject.subject}
        and chat = any(${keys}::text[]) order by id for update`;
    const live = earlier.filter(({ state }) => state === "live");
    await tx.$executeRaw`
      update card set state = 'retired', version = version + 1 where id = any(${live.map(({ id }) => id)}::text[])`;
    await outbox.refreshAll(tx, live);
    const generations = new Map<string, number>();
    for (const { chat, generation } of earlier) generations.set(chat, Math.max(generation, generations.get(chat) ?? 0));
    const cards = keys.map((chat) => {
      const generation = (generations.get(chat) ?? 0) + 1;
      return { id: newCardId(subject, generation), ...subject, chat, generation, createdAt: new Date() };
    });
    await tx.card.createMany({ data: cards });
    await outbox.refreshAll(tx, cards);
    return new Map(cards.map(({ chat, id }) => [chat, id]));
  }

  return {
    interactive,
    formRoom,
    show,
    showAll,
    async withdrawUnsent(tx, subject) {
      await tx.card.updateMany({
        where: { ...subject, state: "live", deliveredVersion: 0 },
        data: { state: "retired", version: { increment: 1 } },
      });
    },
    async showOnce(tx, chat, { actsFor, ...subject }) {
      const known = await tx.card.findFirst({ where: { ...subject, chat: chatKey(chat) } });
      if (!known) await show(tx, chat, { ...subject, actsFor });
    },
    async refresh(tx, campaignId, choices, when) {
      if (choices.length === 0) return;
      await beforeCommit(tx, async () => outbox.wake(tx, await nextVersions(tx, { campaignId, choices }, when)));
    },
    async refreshLater(tx, campaignId, choices, { now, except }) {
      if (choices.length === 0) return;
      await beforeCommit(
        tx,
        () => tx.$executeRaw`
          with locked as materialized (
            select card.id from ${chosen(campaignId, choices)}
              and (${except ?? null}::text is null or card.id <> ${except ?? null})
            order by card.id for update of card)
          update card set version = version + 1,
            refresh_due_at = ${new Date(now.getTime() + REFRESH_PAUSE_MS)}
          from locked where card.id = locked.id`,
      );
    },
    async advance(tx, card) {
      const [next, heldItem] = await Promise.all([
        tx.card.update({ where: { id: card.id }, data: { version: { increment: 1 }, refreshDueAt: null } }),
        outbox.refresh(tx, card, { held: true }),
      ]);
      return { card: liveCard(next), heldItem };
    },
    async lock(tx, cardId, lane) {
      const [card] = await tx.$queryRaw<CardRow[]>`
        select id, campaign_id as "campaignId", kind, subject, chat, generation, version,
          delivered_version as "deliveredVersion", delivered_hash as "deliveredHash", same_since as "sameSince", state,
          acts_for as "actsFor"
        from card where id = ${cardId} and (select ${laneLock(lane)}) for update`;
      return card && liveCard(card);
    },
  };
}

/** The campaign's live cards that one of the choices names: from where, and under which condition. */
function chosen(campaignId: string, choices: readonly CardChoice[]): Prisma.Sql {
  const kinds = choices.filter(({ subject }) => subject === undefined).map(({ kind }) => kind);
  const named = choices.filter(({ subject }) => subject !== undefined);
  const live = Prisma.sql`card.state = 'live' and card.campaign_id = ${campaignId}`;
  const ofKinds = Prisma.sql`card where ${live} and card.kind = any(${kinds}::text[])`;
  const ofSubjects = Prisma.sql`
    card join unnest(
        ${named.map(({ kind }) => kind)}::text[], ${named.map(({ subject }) => subject)}::text[]) as c (kind, subject)
      on card.kind = c.kind and card.subject = c.subject
    where ${live}`;
  // Each choice by itself is found by its index; asked for both at once the table would be read whole.
  if (named.length === 0) return ofKinds;
  if (kinds.length === 0) return ofSubjects;
  return Prisma.sql`card where ${live} and card.id in (select id from ${ofKinds} union select id from ${ofSubjects})`;
}

/**
 * Moves the live cards to their next version, in the order of their ids, so that two transactions cannot block each
 * other, and has them sent. One that is not delivered yet is drawn when it is sent: that is no refresh the next one has to
 * wait for.
 * @returns chats in which something waits now
 */
async function nextVersions(
  tx: Transaction,
  { campaignId, choices }: { campaignId: string; choices: readonly CardChoice[] },
  { now, except }: RefreshWhen,
): Promise<string[]> {
  const stored = await tx.$queryRaw<{ chat: string }[]>`
  with locked as materialized (
    select card.id, chat like 'group:%' and refreshed_at + ${REFRESH_PAUSE_MS} * interval '1 ms' > ${now} as later
    from ${chosen(campaignId, choices)}
      and (${except ?? null}::text is null or card.id <> ${except ?? null})
    order by card.id for update of card),
  moved as (
    update card set version = version + 1,
      refreshed_at = case when locked.later or card.delivered_version = 0 then card.refreshed_at else ${now} end,
      refresh_due_at = case when locked.later then card.refreshed_at + ${REFRESH_PAUSE_MS} * interval '1 ms' end
    from locked where card.id = locked.id
    returning card.id, card.chat, coalesce(locked.later, false) as later)
  insert into outbox_item (chat, kind, card_id, created_at)
  select chat, 'card', id, now() from moved where not later order by id returning chat`;
  return stored.map(({ chat }) => chat);
}

/** Readable in logs but not guessable: whoever knows an id can press the card. */
const newCardId = ({ kind, subject }: CardSubject, generation: number): string =>
  `${kind}.${subject.replace(/[^\w-]/g, "").slice(0, 24)}.${generation}.${randomBytes(9).toString("base64url")}`;

type CardRow = Omit<LiveCard, "state"> & { state: string };

const liveCard = (row: CardRow): LiveCard => ({
  ...row,
  state: row.state === "live" ? "live" : "retired",
});
