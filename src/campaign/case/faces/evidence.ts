import type { Action, Block } from "../../../platform/chat/view.ts";
import { memberOf } from "../../directory/member.ts";
import type { Context } from "../../engine/context.ts";
import { coverageBlocks, provedRows } from "../../evidence/coverage.ts";
import { packAction } from "../../evidence/output/views.ts";
import { seesCase } from "../../verification/city-case.ts";
import { verifiedCase } from "../../verification/ledger.ts";
import { photoPhrases } from "../../verification/photo-phrases.ts";
import { finalPhotosByRow, photosAction } from "../../verification/photos-taken.ts";
import { maySeeOthers } from "../../verification/rules.ts";
import { casePhrases as phrases } from "../phrases.ts";
import type { Seen } from "../seen.ts";

/** 材料: which rows have proof and which not, how many files each, and what is like a file elsewhere. */
export async function evidenceFace(context: Context, { application, viewer }: Seen): Promise<Block[]> {
  const [row] = (await provedRows(context, [application.id])).get(application.id) ?? [];
  const hint: Block[] =
    row === undefined ? [] : [{ kind: "text", text: phrases.looked(application.compoundName, row) }];
  const taken = await takenOnSite(context, { application, viewer });
  return [
    ...(await coverageBlocks(context, application, memberOf(context.people, viewer))),
    ...(taken.size > 0 ? [{ kind: "text" as const, text: photoPhrases.taken(taken) }] : []),
    ...hint,
  ];
}

/** How many pictures of each row the team took, for who sees the city's ledger, of members whose points are final. */
async function takenOnSite(
  context: Context,
  { application, viewer }: Pick<Seen, "application" | "viewer">,
): Promise<ReadonlyMap<string, number>> {
  const member = memberOf(context.people, viewer);
  const { id } = application;
  if (!member || !seesCase(context.campaign.definition, member, id)) return new Map();
  const verified = await verifiedCase(context, id);
  return verified && maySeeOthers(verified, viewer) ? finalPhotosByRow(context, verified) : new Map();
}

/** 材料包 where there is anything to pack, and the pictures of the team's visit. */
export async function evidenceActions(context: Context, { application, viewer }: Seen): Promise<Action[]> {
  const proved = (await provedRows(context, [application.id])).get(application.id);
  const taken = await takenOnSite(context, { application, viewer });
  return [
    ...(proved?.size ? [packAction(application)] : []),
    ...(taken.size > 0 ? [photosAction({ caseId: application.id, name: application.compoundName })] : []),
  ];
}
