import type { Database } from "../storage/database.ts";

/** Bodies of what is done are kept this long for looking into trouble, then emptied. Machine time. */
const KEEP_DAYS = 30;

/** Empties the bodies of old events and items; that they happened stays. */
export async function purgeBodies(database: Database): Promise<void> {
  await database.query(
    `update inbox_event set body = null where state <> 'new' and body is not null
     and received_at < now() - make_interval(days => $1)`,
    [KEEP_DAYS],
  );
  await database.query(
    `update outbox_item set body = null where state in ('sent', 'refused', 'superseded') and body is not null
     and created_at < now() - make_interval(days => $1)`,
    [KEEP_DAYS],
  );
}
