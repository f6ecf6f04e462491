import type { ReceivedFile } from "../../platform/chat/dispatcher.ts";
import { fileKind } from "../../platform/documents/file-kind.ts";
import { withoutMetadata } from "../../platform/documents/picture-metadata.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import type { PersonContext } from "../engine/context.ts";
import { discardLater } from "../engine/dispatch/offered-files.ts";
import { type AttachedFile, MAX_FILES } from "./broadcast.ts";
import { broadcastPhrases as phrases } from "./phrases.ts";

/** DingTalk takes no larger file of a robot's. */
const MAX_MEGABYTES = 20;
const KINDS = ["docx", "xlsx", "pdf", "picture"];

/**
 * A file to be sent with the message, as it came; a picture without what the camera wrote into it.
 *
 * @throws {RefusalError} for one too many, or too large, or of a kind that a robot cannot send
 */
export async function attachFile(
  context: PersonContext,
  file: ReceivedFile,
  others: readonly AttachedFile[],
): Promise<AttachedFile> {
  if (file.opened?.kind === "refused") throw new RefusalError("broadcast.file-refused", file.opened.sentence);
  if (others.length >= MAX_FILES) throw new RefusalError("broadcast.too-many-files", phrases.tooManyFiles(MAX_FILES));
  if (file.size > MAX_MEGABYTES * 1024 * 1024)
    throw new RefusalError("broadcast.file-too-large", phrases.fileTooLarge(file.name, MAX_MEGABYTES));
  if (others.some(({ name }) => name === file.name))
    throw new RefusalError("broadcast.same-file", phrases.sameFile(file.name));
  const bytes = await context.files.get(file.hash);
  const { kind } = fileKind(bytes, file.name);
  if (!KINDS.includes(kind)) throw new RefusalError("broadcast.file-kind", phrases.fileKind(file.name));
  if (kind !== "picture") return { name: file.name, hash: file.hash };
  const hash = await context.files.put(withoutMetadata(bytes).bytes);
  if (hash !== file.hash) await discardLater(context, file);
  return { name: file.name, hash };
}
