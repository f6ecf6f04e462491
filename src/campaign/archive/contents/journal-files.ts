import { ENTRY_TEXT } from "../../../platform/journal/seal.ts";
import type { Database } from "../../../platform/storage/database.ts";
import { JOURNAL, type JournalLine } from "../proof/manifest.ts";
import { journalPage } from "./journal-pages.ts";
import { refsIn } from "./mask.ts";
import { file, type Making, type Piece } from "./piece.ts";

/** Entries in a file. */
const PAGE = 1_000;

export interface SealedRow {
  number: string;
  entry: string;
  hash: string;
  campaign: string | null;
  text: string | null;
}

/** The sealed chain up to a number, page by page. */
export async function* sealedPages(database: Database, until: number): AsyncGenerator<SealedRow[]> {
  let last = 0;
  while (last < until) {
    const rows = await database.query<SealedRow>(
      `select s.number::text as number, s.entry_id::text as entry, s.hash, e.campaign_id as campaign, ${ENTRY_TEXT} as text
       from journal_seal s left join journal_entry e on e.id = s.entry_id
       where s.number > $1 and s.number <= $2 order by s.number limit ${PAGE}`,
      [last, until],
    );
    if (rows.length === 0) return;
    yield rows;
    last = Number(rows.at(-1)?.number);
  }
}

/** 操作留痕, a seal a line, each file with a page that lists it; in 利用本 without the texts that hold masked values. @param shown ids of values that it shows whole */
export async function* journalFiles(
  making: Making,
  { database, until, shown }: { database: Database; until: number; shown: ReadonlySet<string> },
): AsyncGenerator<Piece> {
  const { edition, campaignId } = making;
  let count = 0;
  for await (const rows of sealedPages(database, until)) {
    count += 1;
    const part = String(count).padStart(5, "0");
    const entries = rows.map((row) => ({ line: lineOf(row, { campaignId, edition, shown }), whole: row.text }));
    const lines = entries.map(({ line }) => JSON.stringify(line));
    yield file(`${JOURNAL}${part}.jsonl`, Buffer.from(`${lines.join("\n")}\n`, "utf8"));
    yield await journalPage(making, { entries, part });
  }
}

export function lineOf(
  { number, entry, hash, campaign, text }: SealedRow,
  { campaignId, edition, shown }: Pick<Making, "campaignId" | "edition"> & { shown: ReadonlySet<string> },
): JournalLine {
  const seal = { number: Number(number), entry, hash };
  if (text === null || campaign !== campaignId) return { ...seal, withheld: "other" };
  const parsed: unknown = edition === "use" ? JSON.parse(text) : undefined;
  if (!refsIn(parsed).some(({ personal }) => !shown.has(personal))) return { ...seal, text };
  return { ...seal, withheld: "masked" };
}
