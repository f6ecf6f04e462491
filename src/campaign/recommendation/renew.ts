import type { PersonContext } from "../engine/context.ts";
import { lockCampaign } from "../engine/lock-campaign.ts";
import { responsibleIn } from "../engine/on-behalf.ts";
import { changedSections } from "../snapshot/rules.ts";
import { readSnapshots } from "../snapshot/store.ts";
import { takeSnapshots } from "../snapshot/take.ts";
import { tellReplaced } from "./confirm.ts";
import { listConfirmed } from "./events.ts";
import { listVersion, newestList, recommendationListTable } from "./store.ts";

/** Of a case what its list shows. */
const ON_LIST: ReadonlySet<string> = new Set(["identity", "figures", "points"]);

/**
 * The next version of the district's list in force, with a case as it is now: the order, the reasons and the mark of
 * lateness stay. Nothing is done where the list shows the same.
 */
export async function renewList(context: PersonContext, district: string, caseId: string): Promise<void> {
  const { tx, campaign, now, person } = context;
  await lockCampaign(tx, campaign.id);
  const list = await newestList(tx, campaign.id, district);
  const item = list?.items.find(({ applicationId }) => applicationId === caseId);
  if (!list || list.withdrawnAt || !item) return;
  const taken = (await takeSnapshots(context, [caseId])).get(caseId);
  const snapshots = await readSnapshots(tx, [item.snapshot ?? "", taken?.id ?? ""]);
  const [before, after] = [snapshots.get(item.snapshot ?? ""), snapshots.get(taken?.id ?? "")];
  if (!taken || !after) return;
  if (before && !changedSections(before.sections, after.sections).some((name) => ON_LIST.has(name))) return;
  const version = list.version + 1;
  const items = list.items.map((one) => (one.applicationId === caseId ? { ...one, snapshot: taken.id } : one));
  const rows = [recommendationListTable.row({ campaign_id: campaign.id, district, version })];
  const { fewerReason, late, lateness, lateReason } = list;
  await context.withJournal({ action: "recommendation.renewed", rows }, () =>
    tx.recommendationList.create({
      data: {
        ...{ campaignId: campaign.id, district, version, items: JSON.parse(JSON.stringify(items)), late, lateness },
        ...(fewerReason ? { fewerReason: { ...fewerReason } } : {}),
        ...(lateReason ? { lateReason: { ...lateReason } } : {}),
        ...{ confirmedAt: now, confirmedBy: person.staffId, responsible: responsibleIn(context) },
      },
    }),
  );
  context.emit(listConfirmed, { district, version });
  await tellReplaced(context, await listVersion(tx, { campaignId: campaign.id, district, version }));
}
