import { fullMomentWords } from "../../definition/wording.ts";
import { namesOf } from "../../directory/store.ts";
import type { JournalLine } from "../proof/manifest.ts";
import { sealedEntry } from "../proof/sealed-entry.ts";
import { actWords } from "./acts.ts";
import { isConfidential } from "./confidential.ts";
import { note, page, table } from "./page.ts";
import { contentPhrases as phrases } from "./phrases.ts";
import { type Making, type Piece, text } from "./piece.ts";
import { whoOf } from "./trail-page.ts";

export interface ListedEntry {
  line: JournalLine;
  /** The sealed text, also of what the edition withholds. */
  whole: string | null;
}

/**
 * A page of 操作留痕目录: by its number who did what and when, so that whoever holds a printed list finds the entry whose
 * number stands at its foot. What is confidential, and what is another campaign's, has its number and hash alone.
 */
export async function journalPage(
  making: Making,
  { entries, part }: { entries: readonly ListedEntry[]; part: string },
): Promise<Piece> {
  const known = entries.map(({ line, whole }) => {
    const said = whole === null || line.withheld === "other" ? undefined : sealedEntry(whole);
    return { line, said: said && making.edition === "use" && isConfidential(said.action) ? undefined : said };
  });
  const actors = [...new Set(known.flatMap(({ said }) => said?.actor ?? []))];
  const names = await making.run(({ tx }) => namesOf(tx, actors));
  const rows = known.map(({ line, said }) => [
    String(line.number),
    ...(said ? [fullMomentWords(said.at), whoOf(names, said.actor), actWords(said.action)] : ["", "", ""]),
    line.hash.slice(0, 16),
    line.withheld === undefined ? phrases.entryWhole() : phrases.entryWithheld(line.withheld),
  ]);
  return text(
    `${phrases.folders.data}/${phrases.journalPage(part)}`,
    page(phrases.journalTitle(), [note(phrases.journalLead()), table(phrases.journalColumns(), rows)]),
  );
}
