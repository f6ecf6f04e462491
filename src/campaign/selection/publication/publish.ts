import { RefusalError } from "../../../shared/refusal-error.ts";
import { groupsOf } from "../../directory/groups.ts";
import type { PersonContext } from "../../engine/context.ts";
import { publicationChanged } from "../../ranking/events.ts";
import { selectionChanged, selectionPublished } from "../events.ts";
import { lockSelections, selectionTable } from "../store.ts";
import { publicationPhrases as phrases } from "./phrases.ts";
import { publishable } from "./publication.ts";

export const LIST_CARD = "publication.list";

/**
 * 公布. Everything is checked again; then the list goes to the campaign group, once.
 * @param version the version that was previewed
 * @throws {RefusalError} when it may not go out, or is another than was previewed
 */
export async function publish(context: PersonContext, version: number): Promise<void> {
  const { tx, campaign, now, person } = context;
  await lockSelections(tx, campaign.id);
  const { selection } = await publishable(context);
  if (selection.version !== version) throw new RefusalError("publication.changed", phrases.changed());
  const rows = [selectionTable.row({ campaign_id: campaign.id, version })];
  await context.withJournal({ action: "publication.published", rows }, () =>
    tx.selection.update({
      where: { campaignId_version: { campaignId: campaign.id, version } },
      data: { state: "published", publishedBy: person.staffId, publishedAt: now },
    }),
  );
  for (const group of await groupsOf(tx, campaign.id, "campaign")) {
    await context.cards.showOnce(group, { kind: LIST_CARD, subject: String(version) });
  }
  context.emit(selectionChanged, { version });
  context.emit(selectionPublished, { version });
  context.emit(publicationChanged, {});
}
