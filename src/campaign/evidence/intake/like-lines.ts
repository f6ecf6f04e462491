import { attachmentById } from "../../attachment/store.ts";
import type { Context } from "../../engine/context.ts";
import { likeWhere } from "../like-where.ts";
import { evidencePhrases as phrases } from "../phrases.ts";
import type { BurstFile } from "./burst.ts";

/** For each filed file that is like one of another case: where that is, as far as the district may know. */
export async function likeLines(context: Context, files: readonly BurstFile[]): Promise<string[]> {
  const lines: string[] = [];
  for (const [at, { like, attachmentId, state }] of files.entries()) {
    const own = attachmentId === null ? undefined : await attachmentById(context.tx, attachmentId);
    const [first] = [...like].sort((one, other) => Number(other.same) - Number(one.same));
    if (state !== "filed" || own?.state !== "filed" || !first) continue;
    lines.push(phrases.like(at + 1, first.same, await likeWhere(context, first, own.district)));
  }
  return lines;
}
