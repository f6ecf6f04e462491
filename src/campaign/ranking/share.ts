import { createHash } from "node:crypto";
import type { View } from "../../platform/chat/view.ts";
import { recorded } from "../../platform/journal/record.ts";
import { Refusal } from "../../shared/refusal.ts";
import { groupsOf } from "../directory/groups.ts";
import type { PersonTurn, Turn } from "../engine/feature.ts";
import { sharePhrases as phrases } from "./phrases.ts";
import { mayShowEarly } from "./rules.ts";
import { scoredCompounds } from "./scored.ts";
import type { RankingDeps } from "./see.ts";
import { openView } from "./views.ts";

export const SHARE_CONFIRM = "ranking.share-confirm";
export const SHARE_CARD = "ranking.share";
const SHARED = "ranking.shared";

/** What would be sent to the campaign group, and the name of exactly this content. */
export interface Shareable {
  view: View;
  digest: string;
}

/**
 * The ranked summary for all districts: after publication, or before it where R28 allows it.
 * @throws {Refusal} where it may not be sent or there is nothing to send
 */
export async function shareable(turn: Turn, { isPublished }: RankingDeps): Promise<Shareable> {
  const { tx, campaign, rulings } = turn;
  const allowed = mayShowEarly(campaign.definition, rulings) || (await isPublished(tx, campaign.id));
  if (!allowed) throw new Refusal("ranking.not-before-publication", phrases.notAllowed());
  const view = openView(turn, await scoredCompounds(turn));
  if (!view) throw new Refusal("ranking.no-joint-ranks", phrases.noJointRanks());
  return { view, digest: createHash("sha256").update(JSON.stringify(view)).digest("hex").slice(0, 16) };
}

/**
 * Sends the summary that was previewed, once.
 * @throws {Refusal} when it changed since, or went out already
 */
export async function shareRanking(turn: PersonTurn, digest: string, deps: RankingDeps): Promise<void> {
  const { tx, campaign, now, person, outbox } = turn;
  const current = await shareable(turn, deps);
  if (await wasShared(turn, digest)) throw new Refusal("ranking.shared-already", phrases.sentAlready());
  if (current.digest !== digest) throw new Refusal("ranking.changed-since", phrases.changed());
  const groups = await groupsOf(tx, campaign.id, "campaign");
  if (groups.length === 0) throw new Refusal("ranking.no-group", phrases.noGroup());
  const act = { campaignId: campaign.id, at: now, actor: person.staffId, action: SHARED, rows: [], reason: digest };
  await recorded(tx, act, async () => {
    for (const group of groups) {
      await outbox.say(tx, group, { view: current.view, dedupeKey: `${SHARED} ${campaign.id} ${digest}` });
    }
  });
}

/** The journal knows what went out. */
export const wasShared = async ({ tx, campaign }: Turn, digest: string): Promise<boolean> =>
  (await tx.journalEntry.count({ where: { campaignId: campaign.id, action: SHARED, reason: digest } })) > 0;

/** The preview: everything that will stand in the group, and the button that sends it. */
export const sharePreview = ({ view, digest }: Shareable): View => ({
  title: phrases.previewTitle(),
  tone: "near",
  status: phrases.previewStatus(),
  body: [{ kind: "text", text: phrases.previewLead() }, ...view.body],
  actions: [
    {
      id: SHARE_CONFIRM,
      label: phrases.confirmLabel(),
      typed: phrases.confirmLabel(),
      look: "primary",
      subject: digest,
    },
  ],
  ...(view.footnote === undefined ? {} : { footnote: view.footnote }),
});

export const sharedView = (): View => ({
  title: phrases.sentTitle(),
  tone: "done",
  body: [{ kind: "text", text: phrases.sent() }],
  actions: [],
});
