import { JOURNAL_LINES, journalLine } from "./manifest.ts";
import type { ArchiveSource } from "./source.ts";

/** Whether what stands in the footer of a printed paper is in the archive: the seal of that number, by its first digits. */
export async function comparePaper(
  { files }: Pick<ArchiveSource, "files">,
  { number, digits }: { number: number; digits: string },
): Promise<"same" | "differs" | "unknown"> {
  for (const { path, pieces } of files) {
    if (!JOURNAL_LINES.test(path)) continue;
    const bytes: Uint8Array[] = [];
    for await (const piece of pieces()) bytes.push(piece);
    for (const line of Buffer.concat(bytes).toString("utf8").split("\n")) {
      const read = line === "" ? undefined : journalLine.safeParse(JSON.parse(line)).data;
      if (read?.number === number) return read.hash.startsWith(digits.toLowerCase()) ? "same" : "differs";
    }
  }
  return "unknown";
}
