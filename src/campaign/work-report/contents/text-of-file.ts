import type { ReceivedFile } from "../../../platform/chat/dispatcher.ts";
import { fileKind } from "../../../platform/documents/file-kind.ts";
import { openInWorker } from "../../../platform/documents/open/open-in-worker.ts";
import { cellTexts, type WordDocument } from "../../../platform/documents/word/word-document.ts";
import { RefusalError } from "../../../shared/refusal-error.ts";
import type { PersonContext } from "../../engine/context.ts";

/** Of a longer file only so much is kept beside it, in characters. */
const MOST_READ = 50_000;
const PLAIN = /\.txt$/iu;

/** What a Word file or plain text says; undefined for a file that cannot be read, which is kept as it is. */
export async function textOfFile(
  { files }: Pick<PersonContext, "files">,
  { name, hash, opened }: Pick<ReceivedFile, "name" | "hash" | "opened">,
): Promise<string | undefined> {
  if (opened?.kind === "word") return textOf(opened.document);
  if (opened !== undefined && opened.kind !== "unread") return undefined;
  const bytes = await files.get(hash);
  if (PLAIN.test(name)) return kept(decoded(bytes));
  if (fileKind(bytes, name).kind !== "docx") return undefined;
  try {
    const read = await openInWorker({ kind: "word", bytes });
    return read.kind === "word" ? textOf(read.document) : undefined;
  } catch (error) {
    // Kept all the same; what it says is then asked for.
    if (error instanceof RefusalError) return undefined;
    throw error;
  }
}

const textOf = ({ blocks }: WordDocument): string | undefined =>
  kept(
    blocks
      .map((block) =>
        block.kind === "paragraph"
          ? block.text
          : cellTexts(block)
              .map((row) => row.join("　").trim())
              .join("\n"),
      )
      .join("\n"),
  );

function kept(text: string): string | undefined {
  const lines = text.replaceAll(/\n\s*\n+/gu, "\n").trim();
  return lines === "" ? undefined : lines.slice(0, MOST_READ);
}

/** Notepad on Chinese Windows writes GB 18030. */
function decoded(bytes: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("gb18030").decode(bytes);
  }
}
