import { isReported } from "../application/opinions/visible.ts";
import { applicationById } from "../application/store.ts";
import { maySeeAttachment } from "../attachment/rules.ts";
import { attachmentById } from "../attachment/store.ts";
import { districtName } from "../definition/districts.ts";
import type { Member } from "../directory/member.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { Context } from "../engine/context.ts";
import { type Like, mostAlike } from "./likeness.ts";
import { evidencePhrases as phrases } from "./phrases.ts";
import { rowOfPlace } from "./place.ts";

/** Who asks what a file is like, and of which district that file is. */
export interface LikeAsked {
  viewer: Member | undefined;
  district: string | null;
}

/** What a file is like, in words. */
export interface LikeWords {
  same: boolean;
  where: string;
}

/** The likest of what a file is like; undefined if it is like none. */
export async function likestWords(
  context: Context,
  likes: readonly Like[],
  asked: LikeAsked,
): Promise<LikeWords | undefined> {
  const like = mostAlike(likes);
  return like && { same: like.same, where: await likeWhere(context, like, asked) };
}

/** Compound and row of a like file to who may see it; to others only that it is elsewhere, or of an earlier year. */
async function likeWhere(context: Context, like: Like, { viewer, district }: LikeAsked): Promise<string> {
  const { tx, campaign } = context;
  const attachment = await attachmentById(tx, like.attachment);
  if (attachment?.campaignId !== campaign.id) return phrases.likeEarlier();
  const whose = {
    district: attachment.district,
    reported: await isReported(context, like.caseId),
    caseId: like.caseId,
  };
  if (!viewer || !maySeeAttachment(campaign.definition, viewer, whose))
    return phrases.likeElsewhere(nounsOf(campaign.definition));
  const name = (await applicationById(tx, like.caseId))?.compoundName ?? "";
  const place = whose.district === district ? "" : districtName(campaign.definition, whose.district ?? "");
  return phrases.likeOwn(name, rowOfPlace(attachment), place);
}
