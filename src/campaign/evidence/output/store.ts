import { z } from "zod";
import type { Database, Transaction } from "../../../platform/storage/database.ts";
import type { MadeFile, Order } from "./order.ts";

type Row = NonNullable<Awaited<ReturnType<Transaction["evidenceOrder"]["findUnique"]>>>;

const ids = z.array(z.string());

export async function addOrder(tx: Transaction, { shows, ...order }: Omit<Order, "id">): Promise<void> {
  await tx.evidenceOrder.create({ data: { ...order, ...(shows ? { shows: [...shows] } : {}), state: "new" } });
}

/** Whether the person has asked for it already, and it is not yet made. */
export async function isWaiting(
  tx: Transaction,
  { campaignId, person, caseId, kind, row, shows }: Omit<Order, "id" | "orderedAt">,
): Promise<boolean> {
  const waiting = await tx.evidenceOrder.findMany({
    where: { campaignId, person, caseId, kind, row, state: "new" },
  });
  return waiting.some((one) => JSON.stringify(one.shows) === JSON.stringify(shows));
}

/** The sheet that the person asked for last, since then. @param since campaign time */
export async function lastSheet(
  tx: Transaction,
  { campaignId, person }: Pick<Order, "campaignId" | "person">,
  since: Date,
): Promise<Order | undefined> {
  const row = await tx.evidenceOrder.findFirst({
    where: { campaignId, person, kind: "sheet", state: { not: "refused" }, orderedAt: { gte: since } },
    orderBy: { id: "desc" },
  });
  return row ? orderOf(row) : undefined;
}

/** Locks the order until the transaction ends; undefined unless it still waits. */
export async function lockWaiting(tx: Transaction, id: string): Promise<Order | undefined> {
  await tx.$queryRaw`select 1 from evidence_order where id = ${BigInt(id)} for update`;
  const row = await tx.evidenceOrder.findUnique({ where: { id: BigInt(id) } });
  return row?.state === "new" ? orderOf(row) : undefined;
}

/** @param made for it, to be erased once it is delivered; none: it could not be made */
export async function settleOrder(tx: Transaction, id: string, made: readonly MadeFile[] | undefined): Promise<void> {
  const hashes = made?.map(({ hash }) => hash) ?? [];
  await tx.evidenceOrder.update({
    where: { id: BigInt(id) },
    data: { state: made ? "sent" : "refused", sentAt: new Date(), ...(hashes.length > 0 ? { made: hashes } : {}) },
  });
}

function orderOf({ id, campaignId, person, caseId, kind, row, shows, orderedAt }: Row): Order {
  return {
    ...{ id: String(id), campaignId, person, caseId, row, orderedAt },
    kind: kind === "sheet" ? "sheet" : "pack",
    shows: ids.nullable().catch(null).parse(shows),
  };
}

/** Under which the file of an order is sent, so that it goes out once. */
export const sendingKey = (id: string, at: number): string => `evidence-order:${id}:${at}`;

const TAKE = `update evidence_order set not_before = now() + make_interval(secs => $1), attempts = attempts + 1
  where id = (select id from evidence_order where state = 'new' and (not_before is null or not_before <= now())
    order by id limit 1 for update skip locked)
  returning id::text, campaign_id as "campaignId", person, case_id as "caseId", kind, "row", shows,
    ordered_at as "orderedAt", attempts`;

export type TakenOrder = Order & { attempts: number };

/** The order that waits longest and that nobody works on. @param leaseS after this time it is another's */
export async function takeOrder(database: Database, leaseS: number): Promise<TakenOrder | undefined> {
  const [taken] = await database.query<TakenOrder>(TAKE, [leaseS]);
  return taken;
}

export const retryOrder = (database: Database, id: string, afterS: number): Promise<unknown> =>
  database.query("update evidence_order set not_before = now() + make_interval(secs => $2) where id = $1::bigint", [
    id,
    afterS,
  ]);

/** Nobody else works on what a killed process had taken. */
export const freeOrders = (database: Database): Promise<unknown> =>
  database.query("update evidence_order set not_before = null where state = 'new'", []);

/** Whether a received file or an order is still to be worked on. */
export async function isAnyWaiting(database: Database): Promise<boolean> {
  const [row] = await database.query<{ busy: boolean }>(
    `select exists (select 1 from evidence_file where state = 'new')
       or exists (select 1 from evidence_order where state = 'new') as busy`,
    [],
  );
  return row?.busy !== false;
}

/** Delivered long enough ago, and nothing of it is still to be sent. */
const OVER = `select id::text, made from evidence_order o
  where made is not null and sent_at < now() - make_interval(hours => $1)
    and not exists (select 1 from outbox_item i where i.dedupe_key like 'evidence-order:' || o.id || ':%'
      and i.state in ('waiting', 'held', 'sending'))
  order by id limit 1`;

/** Of an order that was delivered the files that nothing else needs; undefined if there is none. */
export async function madeLongAgo(
  database: Database,
  hours: number,
): Promise<{ id: string; erase: readonly string[] } | undefined> {
  const [order] = await database.query<{ id: string; made: unknown }>(OVER, [hours]);
  if (!order) return undefined;
  const made = ids.catch([]).parse(order.made);
  const used = await database.query<{ hash: string }>(
    `select hash from unnest($1::text[]) as hash
     where exists (select 1 from evidence_order o where o.id <> $2::bigint and o.made ? hash)
        or exists (select 1 from attachment a where a.kept_hash = hash or a.received_hash = hash)`,
    [made, order.id],
  );
  return { id: order.id, erase: made.filter((hash) => !used.some((one) => one.hash === hash)) };
}

export const forgetMade = (database: Database, id: string): Promise<unknown> =>
  database.query("update evidence_order set made = null where id = $1::bigint", [id]);
