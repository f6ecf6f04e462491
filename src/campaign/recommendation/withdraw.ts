import { RefusalError } from "../../shared/refusal-error.ts";
import { type CaseStep, consequenceOf } from "../application/consequences.ts";
import { hasReview } from "../application/offered.ts";
import { applicationsOf } from "../application/store.ts";
import { districtName } from "../definition/districts.ts";
import { membersWith } from "../directory/member.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { Context, PersonContext } from "../engine/context.ts";
import { lockCampaign } from "../engine/lock-campaign.ts";
import { isFinalized } from "../scoring/points.ts";
import { sheetsOf } from "../scoring/store.ts";
import { receivedChanged } from "../stage/events.ts";
import { listConfirmed } from "./events.ts";
import { assertNotHeld } from "./held.ts";
import { listDeliverable } from "./levels.ts";
import { assertChangeable } from "./list-step.ts";
import { newestList, type RecommendationList, recommendationListTable } from "./store.ts";
import { withdrawalPhrases as phrases } from "./withdrawal-phrases.ts";

/**
 * 撤回名单. The district then has no list in force until it reports one again or takes this one back.
 * @throws {RefusalError} if there is none in force, it is another version, or the city's list is published
 */
export async function withdrawList(context: PersonContext, district: string, version: number): Promise<void> {
  await lockCampaign(context.tx, context.campaign.id);
  const list = await inForce(context, district, version);
  await assertNotHeld(context, district, "listWithdrawn");
  const step = await assertChangeable(context, "listWithdrawn", list);
  await change(context, list, { withdrawnAt: context.now, withdrawnBy: context.person.staffId });
  await tell(context, list, { step, isBack: false });
}

/**
 * 恢复名单. Puts the withdrawn list in force again, as it was.
 * @throws {RefusalError} if it is not withdrawn, a newer one was reported, points of its cases were opened again, or the
 *   city's list is published
 */
export async function takeBackList(context: PersonContext, district: string, version: number): Promise<void> {
  await lockCampaign(context.tx, context.campaign.id);
  const list = await newestList(context.tx, context.campaign.id, district);
  if (!list?.withdrawnAt || list.version !== version) {
    throw new RefusalError("recommendation.not-withdrawn", phrases.notWithdrawn());
  }
  const step = await assertChangeable(context, "listTakenBack", list);
  await assertFinal(context, list);
  await change(context, list, { withdrawnAt: null, withdrawnBy: null });
  await tell(context, list, { step, isBack: true });
}

/** Points that were opened again may still change: a list in force would stand on none. @throws {RefusalError} naming the cases */
async function assertFinal({ tx, campaign }: Context, { items }: RecommendationList): Promise<void> {
  const { definition, id: campaignId } = campaign;
  if (!hasReview(definition)) return;
  const ids = items.map(({ applicationId }) => applicationId);
  const sheets = await sheetsOf(tx, { campaignId, ledger: "district" });
  const open = ids.filter((id) => !isFinalized(sheets.get(id)));
  if (open.length === 0) return;
  const names = (await applicationsOf(tx, campaignId)).filter(({ id }) => open.includes(id));
  throw new RefusalError(
    "recommendation.points-open",
    phrases.pointsOpen(names.map(({ compoundName }) => compoundName)),
  );
}

/** @throws {RefusalError} if the district has no list in force, or another than this version */
async function inForce({ tx, campaign }: Context, district: string, version: number): Promise<RecommendationList> {
  const list = await newestList(tx, campaign.id, district);
  if (list && !list.withdrawnAt && list.version === version) return list;
  throw new RefusalError(
    "recommendation.no-list-in-force",
    phrases.noneInForce(districtName(campaign.definition, district)),
  );
}

async function change(
  context: PersonContext,
  { district, version }: RecommendationList,
  data: { withdrawnAt: Date | null; withdrawnBy: string | null },
): Promise<void> {
  const { tx, campaign } = context;
  const rows = [recommendationListTable.row({ campaign_id: campaign.id, district, version })];
  const action = data.withdrawnAt ? "recommendation.withdrawn" : "recommendation.taken-back";
  await context.withJournal({ action, rows }, () =>
    tx.recommendationList.update({
      where: { campaignId_district_version: { campaignId: campaign.id, district, version } },
      data,
    }),
  );
  context.emit(listConfirmed, { district, version });
  const deliverable = listDeliverable(campaign.definition, district)?.id;
  if (deliverable !== undefined) context.emit(receivedChanged, { deliverable, district });
}

/** Tells the roles that the consequences name. */
async function tell(
  context: PersonContext,
  { district, version }: RecommendationList,
  { step, isBack }: { step: CaseStep; isBack: boolean },
): Promise<void> {
  const { campaign, people, outbox } = context;
  const name = districtName(campaign.definition, district);
  const { told, blocked } = consequenceOf(isBack ? "listTakenBack" : "listWithdrawn", step);
  const view = isBack
    ? phrases.toldTakenBack(name, version)
    : phrases.told(name, version, blocked.length > 0 ? nounsOf(campaign.definition) : undefined);
  for (const { staffId } of told.flatMap((role) => membersWith(people, role))) await outbox.say(staffId, view);
}
