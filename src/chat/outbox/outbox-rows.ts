import type { Database } from "../../storage/database.ts";
import type { SendOutcome } from "./deliver.ts";

export interface OutboxRow {
  id: bigint;
  chat: string;
  cardId: string | null;
  body: Buffer | null;
}

export type Next = { kind: "nothing" } | { kind: "later"; afterMs: number } | { kind: "row"; row: OutboxRow };

const CLAIM = `update outbox_item set state = 'sending', taken_by = $2, attempts = attempts + 1
  where id = (
    select id from outbox_item
    where chat = $1 and (state in ('waiting', 'sending') or (state = 'held' and not_before <= $3))
    order by id limit 1)
  and (not_before is null or not_before <= $3)
  returning id, chat, card_id as "cardId", body`;

const WAITING = `select min(not_before) as "notBefore" from outbox_item
  where chat = $1 and state in ('waiting', 'held') and not_before > $2`;

/** Takes the chat's oldest unsent item. One that a dead process was sending is taken again: its outcome is unknown. */
export async function claimNext(
  database: Database,
  { chat, instance, now }: { chat: string; instance: string; now: Date },
): Promise<Next> {
  const [row] = await database.query<OutboxRow>(CLAIM, [chat, instance, now]);
  if (row) return { kind: "row", row };
  const [waiting] = await database.query<{ notBefore: Date | null }>(WAITING, [chat, now]);
  if (!waiting?.notBefore) return { kind: "nothing" };
  return { kind: "later", afterMs: Math.max(1, waiting.notBefore.getTime() - Date.now()) };
}

export async function settle(
  database: Database,
  id: bigint,
  outcome: SendOutcome | { kind: "waiting"; notBefore: Date },
): Promise<void> {
  const notBefore = outcome.kind === "waiting" ? outcome.notBefore : null;
  const receipt = outcome.kind === "sent" ? outcome.receipt : outcome.kind === "refused" ? outcome.reason : undefined;
  await database.query(
    `update outbox_item set state = $2, not_before = $3, receipt = $4, taken_by = null,
       sent_at = case when $2 = 'sent' then now() end where id = $1`,
    [id, outcome.kind, notBefore, receipt ?? null],
  );
}

/** An acknowledgement carried the face: the held item need not go out any more. */
export async function dropHeld(database: Database, id: bigint): Promise<void> {
  await database.query("update outbox_item set state = 'superseded' where id = $1 and state = 'held'", [id]);
}

/** No acknowledgement carried the face: the held item goes out now. */
export async function releaseHeld(database: Database, id: bigint): Promise<void> {
  await database.query("update outbox_item set state = 'waiting', not_before = null where id = $1 and state = 'held'", [
    id,
  ]);
}
