import { recorded } from "../../../platform/journal/record.ts";
import { Refusal } from "../../../shared/refusal.ts";
import { groupsOf } from "../../directory/groups.ts";
import type { PersonTurn } from "../../engine/feature.ts";
import { APPROVAL_CARD, NOTICE_CARD } from "../propose.ts";
import { lockSelections } from "../store.ts";
import { publicationPhrases as phrases } from "./phrases.ts";
import { publishable } from "./publication.ts";

export const PREVIEW_CARD = "publication.preview";
export const LIST_CARD = "publication.list";

/**
 * 公布. Everything is looked at again; then the list goes to the campaign group, once.
 * @param version the version that was previewed
 * @throws {Refusal} when it may not go out, or is another than was previewed
 */
export async function publish(
  turn: PersonTurn,
  { version, pressed }: { version: number; pressed?: string },
): Promise<void> {
  const { tx, campaign, now, person, cards } = turn;
  await lockSelections(tx, campaign.id);
  const { selection } = await publishable(turn);
  if (selection.version !== version) throw new Refusal("publication.changed", phrases.changed());
  const rows = [{ table: "selection" as const, key: { campaign_id: campaign.id, version } }];
  const act = { campaignId: campaign.id, at: now, actor: person.staffId, action: "publication.published", rows };
  await recorded(tx, act, () =>
    tx.selection.update({
      where: { campaignId_version: { campaignId: campaign.id, version } },
      data: { state: "published", publishedBy: person.staffId, publishedAt: now },
    }),
  );
  const subject = String(version);
  for (const group of await groupsOf(tx, campaign.id, "campaign")) {
    await cards.showOnce(tx, group, { campaignId: campaign.id, kind: LIST_CARD, subject });
  }
  for (const kind of [APPROVAL_CARD, NOTICE_CARD, PREVIEW_CARD]) {
    const except = pressed === undefined ? { now } : { now, except: pressed };
    await cards.touch(tx, { campaignId: campaign.id, kind, subject }, except);
  }
}
