import { fileKind } from "../../../platform/documents/file-kind.ts";
import { documentPhrases } from "../../../platform/documents/phrases.ts";
import type { FileStore } from "../../../platform/storage/files.ts";
import { RefusalError } from "../../../shared/refusal-error.ts";
import type { Kept } from "../../attachment/attach.ts";

/**
 * Makes of a received file what is kept: pictures upright, encoded anew and without what the camera added but for the day;
 * films without the place; papers as they are.
 *
 * @throws {RefusalError} with what to send instead, if it cannot be kept
 */
export async function makeKept(files: FileStore, { hash, name }: { hash: string; name: string }): Promise<Kept> {
  const bytes = await files.get(hash);
  const kind = fileKind(bytes, name);
  if (kind.kind === "other") throw new RefusalError("evidence.unreadable", sentenceFor(name, kind.sentence));
  if (kind.kind === "picture") return picture(files, bytes, kind.format);
  if (kind.kind === "film") {
    const { withoutPlace } = await import("../../../platform/documents/picture/film-place.ts");
    const film = withoutPlace(bytes);
    return { keptHash: await files.put(film), type: kind.format, size: film.length, takenOn: null, looks: null };
  }
  if (kind.kind === "pdf" && !bytes.toString("latin1", 0, 16).trimStart().startsWith("%PDF-")) {
    throw new RefusalError("evidence.polyglot", documentPhrases.notWhatItSays());
  }
  return { keptHash: hash, type: kind.kind, size: bytes.length, takenOn: null, looks: null };
}

/** Why a file that is no picture cannot be kept, in a sentence; undefined: it can. */
export function cannotKeep(bytes: Buffer, name: string): string | undefined {
  const kind = fileKind(bytes, name);
  return kind.kind === "other" ? sentenceFor(name, kind.sentence) : undefined;
}

async function picture(files: FileStore, bytes: Buffer, format: string): Promise<Kept> {
  // Loaded with the first picture: most processes and programs never need it.
  const { uprightPicture } = await import("../../../platform/documents/picture/upright.ts");
  const { bytes: upright, format: type, takenOn = null, looks = null } = await uprightPicture(bytes, format);
  return { keptHash: await files.put(upright), type, size: upright.length, takenOn, looks };
}

const PICTURE = /\.(?:svg|tiff?|avif|raw|dng)$/i;

/** A picture that is none, or of a format that is not read, is told as one. */
function sentenceFor(name: string, sentence: string): string {
  const [ending] = PICTURE.exec(name) ?? [];
  if (ending !== undefined) return documentPhrases.noDecoder(ending.slice(1));
  return /\.(?:jpe?g|png|gif|webp|hei[cf])$/i.test(name) ? documentPhrases.damagedPicture() : sentence;
}
