import { askedBackSince } from "../../../platform/chat/asked-back.ts";
import type { JournalSchema } from "../../../platform/journal/journal-table.ts";
import type { Transaction } from "../../../platform/storage/database.ts";
import type { Definition } from "../../definition/definition.ts";
import { formFor } from "../../definition/purposes.ts";
import { withoutHashes } from "./mask.ts";
import { note, page, table } from "./page.ts";
import { contentPhrases as phrases } from "./phrases.ts";
import { type Making, type Piece, text } from "./piece.ts";
import { TABLES } from "./table-words.ts";

const ASKED_BACK = "asked_back";
/** In 利用本 these tables are left out: who objected, and what people said to the bureau. */
const KEPT_BACK = ["objection", "feedback", "person"];

async function actorsOf(tx: Transaction, campaignId: string): Promise<ReadonlySet<string>> {
  const rows = await tx.$queryRaw<{ actor: string }[]>`
    select distinct actor from journal_entry where campaign_id = ${campaignId}`;
  return new Set(rows.map(({ actor }) => actor));
}

/** A field of the form by its label; refusals by their code. */
function askedWords(definition: Definition, what: string): string {
  const fields = formFor(definition, "application")?.fields ?? [];
  const label = fields.find(({ key }) => what === `application.${key}`)?.label;
  return phrases.askedBack(what, label);
}

/** The recorded tables as rows, a file each: what replay of the journal gives. Personal values stand in them as references. */
export async function* dataPieces(
  making: Making,
  { schema, shown }: { schema: JournalSchema; shown: ReadonlySet<string> },
): AsyncGenerator<Piece> {
  const { folders } = phrases;
  yield { kind: "item", item: { title: phrases.data(), responsible: "", path: folders.data } };
  const people = await making.run(async ({ tx, campaign }) => {
    const members = await tx.membership.findMany({ where: { campaignId: campaign.id }, select: { staffId: true } });
    const acted = making.edition === "use" ? await actorsOf(tx, campaign.id) : undefined;
    const all = [...new Set(members.map(({ staffId }) => staffId))].sort();
    // Who did what in their office stands on its pages too; of the others 利用本 has no name.
    const staffIds = acted ? all.filter((one) => acted.has(one)) : all;
    return tx.person.findMany({ where: { staffId: { in: staffIds } }, select: { staffId: true, name: true } });
  });
  yield text(`${folders.data}/${phrases.people()}`, `${JSON.stringify(people, null, 1)}\n`);
  const asked = await making.run(async ({ tx, campaign }) =>
    (await askedBackSince(tx, campaign.id)).map((one) => ({
      ...one,
      words: askedWords(campaign.definition, one.what),
    })),
  );
  yield text(`${folders.data}/${phrases.table(ASKED_BACK)}`, `${JSON.stringify(asked, null, 1)}\n`);
  const held = [ASKED_BACK];
  for (const { name, key, campaignColumn, machinery } of schema.tables) {
    if (machinery || (making.edition === "use" && KEPT_BACK.includes(name))) continue;
    const rows = await making.run(({ tx, campaign }) =>
      tx.$queryRawUnsafe<{ row: unknown }[]>(
        `select to_jsonb(t) as row from "${name}" t where t."${campaignColumn}" = $1
         order by ${key.map((column) => `t."${column}"`).join(", ")}`,
        campaign.id,
      ),
    );
    const shownRows = rows.map(({ row }) => (making.edition === "use" ? withoutHashes(row, shown) : row));
    const lines = shownRows.map((row) => JSON.stringify(row));
    if (lines.length === 0) continue;
    held.push(name);
    yield text(`${folders.data}/${phrases.table(name)}`, `[\n${lines.join(",\n")}\n]\n`);
  }
  const rows = held.map((name) => [phrases.table(name), TABLES[name] ?? name]);
  yield text(
    `${folders.data}/${phrases.tablesFile()}`,
    page(phrases.tablesTitle(), [note(phrases.tablesLead()), table(phrases.tablesColumns(), rows)]),
  );
}
