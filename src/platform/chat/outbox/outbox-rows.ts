import { createHash } from "node:crypto";
import type { Database } from "../../storage/database.ts";
import type { DeliveryOutcome, OutboundCard } from "../ports.ts";
import type { View } from "../view.ts";

export interface OutboxRow {
  id: bigint;
  chat: string;
  cardId: string | null;
  body: Buffer | null;
  /** This one included. */
  attempts: number;
}

export type NextItem = { kind: "nothing" } | { kind: "later"; afterMs: number } | { kind: "row"; row: OutboxRow };

export type SendOutcome = DeliveryOutcome | { kind: "superseded" };

/** An item that was sent, refused or superseded. */
export interface Settled {
  id: bigint;
  outcome: SendOutcome;
  /** The version of a card that the platform has now. */
  delivered?: Delivered | undefined;
}

export type Delivered = Pick<OutboundCard, "cardId" | "version" | "view">;

/** How long a claim keeps other processes off the chat; longer than any call takes. Machine time. */
const LEASE_MS = 30_000;

/**
 * The platform has this version of the card, or a later one. Versions that show the same as the one before it are
 * interchangeable: a press on either counts.
 * @param first place of the first of its parameters
 */
const delivered = (first: number): string => {
  const [card, version, hash] = [`$${first}::text`, `$${first + 1}::int`, `$${first + 2}::text`];
  return `delivered as (
    update card set delivered_version = greatest(delivered_version, ${version}), delivered_hash = ${hash},
      same_since = case when delivered_hash = ${hash} then same_since else ${version} end
    where id = ${card} and delivered_version <= ${version})`;
};

const deliveredValues = (card: Delivered | undefined): unknown[] =>
  card ? [card.cardId, card.version, viewHash(card.view)] : [null, null, null];

/**
 * A single statement, because round trips dominate the cost under load. Times are the database's: of two processes one may
 * have a wrong clock, and would take what the other is sending. While an item of a chat is being sent, no other
 * of the chat is claimed, which keeps the order between processes. Of two that claim it at once, the second waits for the
 * first and then finds its condition false; of two that see different items, as one was stored in between, the second
 * meets the index {@link ONE_AT_A_TIME}.
 */
const SETTLE_AND_CLAIM = `
  with ${delivered(7)},
  settled as (
    update outbox_item set state = $4, receipt = $5, not_before = null, taken_by = null,
      sent_at = case when $4 = 'sent' then now() end
    where id = $3::bigint and taken_by = $2
    returning id),
  oldest as (
    select id from outbox_item
    where chat = $1 and id not in (select id from settled)
      and (state in ('waiting', 'sending') or (state = 'held' and not_before <= now()))
    order by state = 'sending' desc, id limit 1),
  claimed as (
    update outbox_item as item set state = 'sending', taken_by = $2, attempts = attempts + 1,
      not_before = now() + make_interval(secs => $6)
    from oldest where item.id = oldest.id and item.state in ('waiting', 'sending', 'held')
      and (item.not_before is null or item.not_before <= now() or (item.state = 'sending' and item.taken_by = $2))
    returning item.id, item.chat, item.card_id, item.body, item.attempts)
  select claimed.id, claimed.chat, claimed.card_id as "cardId", claimed.body, claimed.attempts,
    (select extract(epoch from min(not_before) - now())::float * 1000 from outbox_item
      where chat = $1 and state in ('waiting', 'held', 'sending') and not_before > now()
        and id not in (select id from settled)) as "afterMs"
  from (values (1)) as always left join claimed on true`;

/** Unique among the items that are being sent: one of each chat. */
const ONE_AT_A_TIME = "outbox_item_sending";

type Found = (OutboxRow | Record<keyof OutboxRow, null>) & { afterMs: number | null };

interface Claim {
  chat: string;
  instance: string;
  /** The previous item, whose outcome is stored by the same statement. */
  settled: Settled | undefined;
}

/**
 * Claims the chat's oldest unsent item. An item whose claim by another process has run out is claimed again: its outcome
 * is unknown.
 */
export async function claimNext(database: Database, claim: Claim): Promise<NextItem> {
  try {
    return await claimOnce(database, claim);
  } catch (error) {
    // Looked at again, the chat shows what the other process is sending.
    if (error instanceof Error && "constraint" in error && error.constraint === ONE_AT_A_TIME)
      return claimNext(database, claim);
    throw error;
  }
}

async function claimOnce(database: Database, { chat, instance, settled }: Claim): Promise<NextItem> {
  const { id = null, outcome } = settled ?? {};
  const values = [
    ...[chat, instance, id, outcome?.kind ?? null, outcome ? receiptOf(outcome) : null, LEASE_MS / 1_000],
    ...deliveredValues(settled?.delivered),
  ];
  const [found] = await database.query<Found>(SETTLE_AND_CLAIM, values);
  if (found?.id != null) return { kind: "row", row: found };
  if (found?.afterMs == null) return { kind: "nothing" };
  return { kind: "later", afterMs: Math.max(1, found.afterMs) };
}

/** Chats with an item that this process may send now. */
export async function chatsToSend(database: Database, instance: string): Promise<string[]> {
  const rows = await database.query<{ chat: string }>(
    `select distinct chat from outbox_item
     where (state in ('waiting', 'held', 'sending') and not_before <= now()) or (state = 'waiting' and not_before is null)
       or (state = 'sending' and (not_before is null or taken_by = $1))`,
    [instance],
  );
  return rows.map(({ chat }) => chat);
}

/** Claims of processes that have ended. */
export async function releaseSending(database: Database): Promise<void> {
  await database.query("update outbox_item set state = 'waiting', not_before = null where state = 'sending'", []);
}

function receiptOf(outcome: SendOutcome): string | null {
  if (outcome.kind === "sent") return outcome.receipt ?? null;
  return outcome.kind === "refused" ? outcome.reason : null;
}

/** Schedules another attempt; the item remains the oldest of its chat. Without effect where another has taken it over. */
export async function postpone(
  database: Database,
  { id, instance, afterMs }: { id: bigint; instance: string; afterMs: number },
): Promise<void> {
  await database.query(
    `update outbox_item set state = 'waiting', not_before = now() + make_interval(secs => $3), taken_by = null
     where id = $1 and state = 'sending' and taken_by = $2`,
    [id, instance, afterMs / 1_000],
  );
}

/** Sends the newest version once more, whatever it shows, if one after the given was delivered. */
export async function sendAgainAfter(
  database: Pick<Database, "query">,
  { cardId, version }: Pick<Delivered, "cardId" | "version">,
): Promise<void> {
  await database.query(
    `with moved as (update card set version = version + 1, delivered_hash = null, same_since = 0
       where id = $1 and delivered_version > $2 returning id, chat)
     insert into outbox_item (chat, kind, card_id, created_at) select chat, 'card', id, now() from moved`,
    [cardId, version],
  );
}

/** The acknowledgement delivered the card: the held item is not needed. */
export async function dropHeld(database: Database, id: bigint, card: Delivered): Promise<void> {
  await database.query(
    `with ${delivered(2)} update outbox_item set state = 'superseded' where id = $1 and state = 'held'`,
    [id, ...deliveredValues(card)],
  );
}

/** The acknowledgement did not deliver the card: the held item is sent. */
export async function releaseHeld(database: Database, id: bigint): Promise<void> {
  await database.query("update outbox_item set state = 'waiting', not_before = null where id = $1 and state = 'held'", [
    id,
  ]);
}

/** Equal for views that look the same. */
export const viewHash = (view: View): string => createHash("sha256").update(JSON.stringify(view)).digest("hex");
