import type { Database } from "../storage/database.ts";

/** Bodies of finished events and items remain available this long for diagnosis. Machine time. */
export const RETENTION_DAYS = 30;

/** Clears the bodies of old events and items; the rows stay. */
export async function purgeBodies(database: Database): Promise<void> {
  await database.query(
    `update inbox_event set body = null, fetched = null where state <> 'new' and body is not null
     and received_at < now() - make_interval(days => $1)`,
    [RETENTION_DAYS],
  );
  await database.query(
    `update outbox_item set body = null where state in ('sent', 'refused', 'superseded') and body is not null
     and created_at < now() - make_interval(days => $1)`,
    [RETENTION_DAYS],
  );
}
