import { createHash } from "node:crypto";
import type { View } from "../../platform/chat/view.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import { rulingDeciding } from "../definition/purposes.ts";
import { groupsOf } from "../directory/groups.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { Context, PersonContext } from "../engine/context.ts";
import { rankingShared } from "./events.ts";
import { isPublished } from "./extension-points.ts";
import { sharePhrases as phrases } from "./phrases.ts";
import { readingDeciding } from "./reasons.ts";
import { basisOf, mayShowEarly } from "./rules.ts";
import { scoredCompounds } from "./summary.ts";
import { openView } from "./views.ts";

const SHARED = "ranking.shared";

/** Content for the campaign group. `digest`: hash of the content. */
export interface Shareable {
  view: View;
  digest: string;
}

/**
 * The ranking for all districts. Allowed after publication, or earlier by a ruling.
 * @throws {RefusalError} if sending is not allowed or there is no joint ranking
 */
export async function shareable(context: Context): Promise<Shareable> {
  const { rulings, campaign } = context;
  const { definition } = campaign;
  const nouns = nounsOf(definition);
  if (!mayShowEarly(definition, rulings) && !(await isPublished(context))) {
    const reading = readingDeciding(definition, "earlyDisclosure", rulings);
    throw new RefusalError("ranking.not-before-publication", phrases.notAllowed(reading, nouns));
  }
  const view = openView(context, await scoredCompounds(context));
  if (!view) {
    const by = basisOf(definition, rulings);
    const ruling = rulingDeciding(definition, "rankingBasis")?.id;
    const basis = by === "district" || ruling === undefined ? undefined : { ruling, isOpen: by === "open" };
    throw new RefusalError("ranking.no-joint-ranks", phrases.noJointRanks(basis, nouns));
  }
  return { view, digest: createHash("sha256").update(JSON.stringify(view)).digest("hex").slice(0, 16) };
}

/**
 * Sends the previewed ranking, once.
 * @param digest of the preview
 * @throws {RefusalError} if the content has changed since the preview or has already been sent
 */
export async function shareRanking(context: PersonContext, digest: string): Promise<void> {
  const { tx, campaign, outbox } = context;
  const current = await shareable(context);
  if (await wasShared(context, digest)) throw new RefusalError("ranking.shared-already", phrases.sentAlready());
  if (current.digest !== digest) throw new RefusalError("ranking.changed-since", phrases.changed());
  const groups = await groupsOf(tx, campaign.id, "campaign");
  if (groups.length === 0) throw new RefusalError("ranking.no-group", phrases.noGroup());
  await context.withJournal({ action: SHARED, reason: digest }, async () => {
    for (const group of groups) await outbox.say(group, current.view, `${SHARED} ${campaign.id} ${digest}`);
  });
  context.emit(rankingShared, { digest });
}

/** Read from the journal. */
export const wasShared = async ({ tx, campaign }: Context, digest: string): Promise<boolean> =>
  (await tx.journalEntry.count({ where: { campaignId: campaign.id, action: SHARED, reason: digest } })) > 0;
