import { applicationById } from "../application/store.ts";
import { attachmentById } from "../attachment/store.ts";
import type { Context } from "../engine/context.ts";
import type { Like } from "./likeness.ts";
import { evidencePhrases as phrases } from "./phrases.ts";
import { rowOfPlace } from "./place.ts";

/** Where a like file is: named within the district, else only that it is elsewhere, or of an earlier year. */
export async function likeWhere({ tx, campaign }: Context, like: Like, district: string | null): Promise<string> {
  const attachment = await attachmentById(tx, like.attachment);
  if (attachment?.campaignId !== campaign.id) return phrases.likeEarlier();
  if (attachment.district !== district) return phrases.likeElsewhere();
  const application = await applicationById(tx, like.caseId);
  return phrases.likeOwn(application?.compoundName ?? "", rowOfPlace(attachment));
}
