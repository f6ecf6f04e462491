import { attachmentById } from "../../attachment/store.ts";
import type { Member } from "../../directory/member.ts";
import type { Context } from "../../engine/context.ts";
import { likestWords } from "../like-where.ts";
import { evidencePhrases as phrases } from "../phrases.ts";
import type { BurstFile } from "./burst.ts";

/** For each filed file that is like one of another case: where that is, as far as who filed it may know. */
export async function likeLines(
  context: Context,
  files: readonly BurstFile[],
  viewer: Member | undefined,
): Promise<string[]> {
  const lines: string[] = [];
  for (const [at, { like, attachmentId, state }] of files.entries()) {
    const own = attachmentId === null ? undefined : await attachmentById(context.tx, attachmentId);
    if (state !== "filed" || own?.state !== "filed") continue;
    const found = await likestWords(context, like, { viewer, district: own.district });
    if (found) lines.push(phrases.like(at + 1, found));
  }
  return lines;
}
