import { JOURNAL_LINES, journalLine } from "./manifest.ts";
import { type SealedEntry, sealedEntry } from "./sealed-entry.ts";
import type { ArchiveSource } from "./source.ts";

export interface ComparedPaper {
  verdict: "same" | "differs" | "unknown";
  /** What was recorded last when it was printed; undefined where the edition withholds it. */
  entry?: SealedEntry | undefined;
}

/** Whether what stands in the footer of a printed paper is in the archive: the seal of that number, by its first digits. */
export async function comparePaper(
  { files }: Pick<ArchiveSource, "files">,
  { number, digits }: { number: number; digits: string },
): Promise<ComparedPaper> {
  for (const { path, pieces } of files) {
    if (!JOURNAL_LINES.test(path)) continue;
    const bytes: Uint8Array[] = [];
    for await (const piece of pieces()) bytes.push(piece);
    for (const line of Buffer.concat(bytes).toString("utf8").split("\n")) {
      const read = line === "" ? undefined : journalLine.safeParse(JSON.parse(line)).data;
      if (read?.number !== number) continue;
      if (!read.hash.startsWith(digits.toLowerCase())) return { verdict: "differs" };
      return { verdict: "same", entry: read.text === undefined ? undefined : sealedEntry(read.text) };
    }
  }
  return { verdict: "unknown" };
}
