import type { Context } from "../engine/context.ts";
import { listsReported } from "../recommendation/store.ts";
import { selectionsOf } from "../selection/store.ts";
import type { Done } from "./history.ts";
import { casePhrases as phrases } from "./phrases.ts";
import type { Seen } from "./seen.ts";

/** The lists that a case was on, and what was decided on it. Before 公布 a district hears of no decision of the city. */
export async function decisionsOn(context: Context, { application, sight }: Seen): Promise<Done[]> {
  const { tx, campaign } = context;
  const { id } = application;
  const lists = await listsReported(tx, campaign.id);
  const reported = lists
    .filter(({ items }) => items.some(({ applicationId }) => applicationId === id))
    .flatMap(({ version, confirmedAt, confirmedBy, withdrawnAt, withdrawnBy }): Done[] => [
      { at: confirmedAt, actor: confirmedBy, what: phrases.listReported(version), byDistrict: true },
      ...(withdrawnAt && withdrawnBy
        ? [{ at: withdrawnAt, actor: withdrawnBy, what: phrases.listWithdrawn(version), byDistrict: true }]
        : []),
    ]);
  const selections = await selectionsOf(tx, campaign.id);
  const decided = selections.flatMap((selection): Done[] => {
    const item = selection.items.find(({ applicationId }) => applicationId === id);
    if (!item) return [];
    const { version, recordedAt, recordedBy, decidedAt, decidedBy, publishedAt, publishedBy, state } = selection;
    const city = { byDistrict: false };
    const isPublic = publishedAt !== null && publishedBy !== null;
    const approved = state !== "declined";
    return [
      ...(sight === "own"
        ? []
        : [{ at: recordedAt, actor: recordedBy, what: phrases.proposed(version, item.selected), ...city }]),
      ...(sight === "own" || !decidedAt || decidedBy === null
        ? []
        : [{ at: decidedAt, actor: decidedBy, what: phrases.decided(version, approved), ...city }]),
      ...(isPublic ? [{ at: publishedAt, actor: publishedBy, what: phrases.published(item.selected), ...city }] : []),
    ];
  });
  return [...reported, ...decided];
}
