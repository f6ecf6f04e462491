import { z } from "zod";
import { openPersonal } from "../../platform/journal/personal-value.ts";
import type { Database } from "../../platform/storage/database.ts";
import type { Encryption } from "../../platform/storage/encryption.ts";
import { recordedChange } from "./contents/changes.ts";
import { shownRefs, withoutNumbers } from "./contents/mask.ts";

const PAGE = 500;
const changes = z.array(recordedChange).catch([]);

export interface ShownValues {
  /** Ids of the personal values that 利用本 shows, of now and of before, if need be with numbers covered. */
  shown: ReadonlySet<string>;
  /**
   * Of these the ones that it shows whole: their hashes may stand in it. From the hash of a text with a covered number,
   * the few digits that are missing could be guessed; of what was erased nobody knows whether it had one.
   */
  whole: ReadonlySet<string>;
}

/** What 利用本 shows. @param personal keys of fields about persons */
export async function shownValues(
  { database, encryption }: { database: Database; encryption: Pick<Encryption, "open"> },
  campaignId: string,
  personal: ReadonlySet<string>,
): Promise<ShownValues> {
  const shown = await everShown(database, campaignId, personal);
  const whole = new Set<string>();
  for (let last = ""; ; ) {
    const rows = await database.query<{ id: string; body: Buffer }>(
      `select id, body from personal_value
       where campaign_id = $1 and id > $2 and body is not null order by id limit ${PAGE}`,
      [campaignId, last],
    );
    for (const { id, body } of rows.filter((row) => shown.has(row.id))) {
      const { value } = openPersonal(encryption, body);
      if (withoutNumbers(value) === value) whole.add(id);
    }
    if (rows.length < PAGE) return { shown, whole };
    last = rows.at(-1)?.id ?? last;
  }
}

async function everShown(
  database: Database,
  campaignId: string,
  personal: ReadonlySet<string>,
): Promise<ReadonlySet<string>> {
  const shown = new Set<string>();
  for (let last = "0"; ; ) {
    const rows = await database.query<{ id: string; changes: unknown }>(
      `select id::text as id, changes from journal_entry
       where campaign_id = $1 and id > $2::bigint order by id limit ${PAGE}`,
      [campaignId, last],
    );
    for (const { table, before, after } of rows.flatMap((row) => changes.parse(row.changes))) {
      for (const ref of [...shownRefs(table, before, personal), ...shownRefs(table, after, personal)]) {
        shown.add(ref.personal);
      }
    }
    if (rows.length < PAGE) return shown;
    last = rows.at(-1)?.id ?? last;
  }
}
