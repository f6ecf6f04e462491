import { randomBytes } from "node:crypto";
import { openPersonal } from "../../../platform/journal/personal-value.ts";
import type { Database } from "../../../platform/storage/database.ts";
import type { Encryption } from "../../../platform/storage/encryption.ts";
import { file, type Making, type Piece } from "./piece.ts";

const PAGE = 500;
export const PERSONAL = "personal/";

/**
 * Personal values and free texts, each in a file of its own that can be taken out later. A random salt stands beside the
 * value, the one of its hash where that has one: once the file is gone, its hash in the manifest lets nobody guess what
 * it was. 利用本 has those only that it shows without covering anything.
 */
export async function* personalFiles(
  { edition, campaignId }: Making,
  { database, encryption, shown }: { database: Database; encryption: Encryption; shown: ReadonlySet<string> },
): AsyncGenerator<Piece> {
  let last = "";
  for (;;) {
    const rows = await database.query<{ id: string; body: Buffer | null }>(
      `select id, body from personal_value where campaign_id = $1 and id > $2 order by id limit ${PAGE}`,
      [campaignId, last],
    );
    for (const { id, body } of rows) {
      if (body === null || (edition === "use" && !shown.has(id))) continue;
      const { value, salt = randomBytes(16).toString("hex") } = openPersonal(encryption, body);
      const salted = { id, value, salt };
      yield file(`${PERSONAL}${id}.json`, Buffer.from(`${JSON.stringify(salted)}\n`, "utf8"), true);
    }
    if (rows.length < PAGE) return;
    last = rows.at(-1)?.id ?? "";
  }
}
