import { z } from "zod";
import type { Context } from "../engine/context.ts";
import { listsReported, REPORT_ACTIONS, type RecommendationList } from "../recommendation/store.ts";
import { selectionsOf } from "../selection/store.ts";
import type { Done } from "./history.ts";
import { casePhrases as phrases } from "./phrases.ts";
import type { Seen } from "./seen.ts";

/** The lists that a case was on, and what was decided on it. Before 公布 a district hears of no decision of the city. */
export async function decisionsOn(context: Context, { application, sight }: Seen): Promise<Done[]> {
  const { tx, campaign } = context;
  const { id } = application;
  const order = await ordersOf(context);
  const lists = await listsReported(tx, campaign.id);
  const reported = lists
    .filter(({ items }) => items.some(({ applicationId }) => applicationId === id))
    .flatMap(({ version, confirmedAt, confirmedBy, withdrawnAt, withdrawnBy }): Done[] => [
      {
        ...{ at: confirmedAt, order: order(REPORT_ACTIONS, confirmedAt, confirmedBy), actor: confirmedBy },
        ...{ what: phrases.listReported(version), byDistrict: true },
      },
      ...(withdrawnAt && withdrawnBy
        ? [
            {
              ...{ at: withdrawnAt, order: order(WITHDRAWN, withdrawnAt, withdrawnBy), actor: withdrawnBy },
              ...{ what: phrases.listWithdrawn(version), byDistrict: true },
            },
          ]
        : []),
    ]);
  const again = await withdrawnAgain(
    context,
    lists.filter(({ items }) => items.some((one) => one.applicationId === id)),
  );
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
  return [...reported, ...again, ...decided];
}

const WITHDRAWN = ["recommendation.withdrawn"];
const TAKEN_BACK = "recommendation.taken-back";
const listRows = z.array(z.object({ after: z.object({ district: z.string(), version: z.number() }) }));

/** 恢复名单, and each 撤回名单 before it: the list itself tells only of one that still holds. */
async function withdrawnAgain(
  { tx, campaign }: Context,
  lists: readonly Pick<RecommendationList, "district" | "version" | "withdrawnAt">[],
): Promise<Done[]> {
  if (lists.length === 0) return [];
  const entries = await tx.journalEntry.findMany({
    where: { campaignId: campaign.id, action: { in: [...WITHDRAWN, TAKEN_BACK] } },
    orderBy: { id: "asc" },
    select: { id: true, at: true, actor: true, action: true, changes: true },
  });
  return entries.flatMap(({ id: order, at, actor, action, changes }): Done[] => {
    const [row] = listRows.safeParse(changes).data ?? [];
    const list = row && lists.find((one) => one.district === row.after.district && one.version === row.after.version);
    const isToldAlready = action !== TAKEN_BACK && list?.withdrawnAt?.getTime() === at.getTime();
    if (!list || isToldAlready) return [];
    const { version } = list;
    const what = action === TAKEN_BACK ? phrases.listTakenBack(version) : phrases.listWithdrawn(version);
    return [{ at, order, actor, what, byDistrict: true }];
  });
}

type OrderOf = (actions: readonly string[], at: Date, actor: string) => bigint | undefined;

/** Where the journal has what was done with lists; of several of one time the first that was not asked for yet. */
async function ordersOf({ tx, campaign }: Context): Promise<OrderOf> {
  const entries = await tx.journalEntry.findMany({
    where: { campaignId: campaign.id, action: { in: [...REPORT_ACTIONS, ...WITHDRAWN] } },
    orderBy: { id: "asc" },
    select: { id: true, at: true, actor: true, action: true },
  });
  return (actions, at, actor) => {
    const found = entries.findIndex(
      (one) => actions.includes(one.action) && one.at.getTime() === at.getTime() && one.actor === actor,
    );
    return found < 0 ? undefined : entries.splice(found, 1)[0]?.id;
  };
}
