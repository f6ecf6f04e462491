import { applicationById } from "../../application/store.ts";
import { attachmentById } from "../../attachment/store.ts";
import type { Context } from "../../engine/context.ts";
import type { Like } from "../likeness.ts";
import { evidencePhrases as phrases } from "../phrases.ts";
import { rowOfPlace } from "../place.ts";
import type { BurstFile } from "./burst.ts";

/** For each filed file that is like one of another case: where that is, as far as the district may know. */
export async function likeLines(context: Context, files: readonly BurstFile[]): Promise<string[]> {
  const lines: string[] = [];
  for (const [at, { like, attachmentId, state }] of files.entries()) {
    const own = attachmentId === null ? undefined : await attachmentById(context.tx, attachmentId);
    const [first] = [...like].sort((one, other) => Number(other.same) - Number(one.same));
    if (state !== "filed" || own?.state !== "filed" || !first) continue;
    lines.push(phrases.like(at + 1, first.same, await whereOf(context, first, own.district)));
  }
  return lines;
}

async function whereOf({ tx, campaign }: Context, like: Like, district: string | null): Promise<string> {
  const attachment = await attachmentById(tx, like.attachment);
  if (attachment?.campaignId !== campaign.id) return phrases.likeEarlier();
  if (attachment.district !== district) return phrases.likeElsewhere();
  const application = await applicationById(tx, like.caseId);
  return phrases.likeOwn(application?.compoundName ?? "", rowOfPlace(attachment));
}
