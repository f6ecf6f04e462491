import { missingQuestions } from "../../platform/conversation/form-state.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import { consequenceOf } from "../application/consequences.ts";
import { peopleTold, tell } from "../application/tell.ts";
import { districtName } from "../definition/districts.ts";
import type { PersonContext } from "../engine/context.ts";
import { lockCampaign } from "../engine/lock-campaign.ts";
import { responsibleIn } from "../engine/on-behalf.ts";
import { takeSnapshots } from "../snapshot/take.ts";
import { receivedChanged } from "../stage/events.ts";
import { DIALOGUE, type ListDraft } from "./draft.ts";
import { listConfirmed } from "./events.ts";
import { assertNotHeld } from "./held.ts";
import { latenessNow } from "./lateness.ts";
import { listDeliverable } from "./levels.ts";
import { assertChangeable, stepOfList } from "./list-step.ts";
import { rulesFor } from "./list-words.ts";
import { exampleOrder } from "./numbers.ts";
import { recommendationPhrases as phrases } from "./phrases.ts";
import { caseReason, lateReason, numberProblem, numberReason } from "./reasons.ts";
import { listsInForce, listVersion, type RecommendationList, recommendationListTable } from "./store.ts";
import { versionPhrases } from "./versions/phrases.ts";
import { differenceWords } from "./versions/words.ts";

/**
 * 报送. Stores the next version of the district's list, or its statement that it recommends nobody (无推荐). A list
 * reported after the deadline is marked late, with the reason.
 * @throws {RefusalError} if the order or a reason is missing, the number of cases breaks a rule of the
 *   plan, the city works with the list in force, or its list is published
 */
export async function confirmList(context: PersonContext, list: ListDraft): Promise<RecommendationList> {
  requireComplete(context, list);
  const { tx, campaign, now, person } = context;
  const { district, draft } = list;
  const deliverable = listDeliverable(campaign.definition, district)?.id;
  if (deliverable === undefined) {
    throw new RefusalError(
      "recommendation.no-list",
      phrases.noList(districtName(context.campaign.definition, district)),
    );
  }
  const version = await nextVersion(context, district);
  await assertNotHeld(context, district, "listReplaced");
  await assertChangeable(context, "listReported");
  const before = (await listsInForce(tx, campaign.id)).has(district);
  const rows = [recommendationListTable.row({ campaign_id: campaign.id, district, version })];
  await context.withJournal({ action: "recommendation.confirmed", rows }, async () => {
    const fewer = await stored(context, numberReason(context, list)?.reason);
    const lateness = latenessNow(context, district);
    const late = lateness === "late";
    const why = late ? await stored(context, lateReason(list)) : undefined;
    await tx.recommendationList.create({
      data: {
        campaignId: campaign.id,
        district,
        version,
        items: await items(context, list),
        ...(fewer ? { fewerReason: fewer } : {}),
        late,
        ...(lateness === "inTime" ? {} : { lateness }),
        ...(why ? { lateReason: why } : {}),
        confirmedAt: now,
        confirmedBy: person.staffId,
        responsible: responsibleIn(context),
      },
    });
  });
  await context.drafts.save(draft, { state: "done", subject: `${district}/${version}` });
  await context.dialogue.close(DIALOGUE);
  context.emit(listConfirmed, { district, version });
  // A version that replaces another does not change the received state.
  if (!before) context.emit(receivedChanged, { deliverable, district });
  const reported = await listVersion(tx, { campaignId: campaign.id, district, version });
  await tellReplaced(context, reported);
  return reported;
}

/** A version that follows another is told with what it has otherwise. */
export async function tellReplaced(context: PersonContext, list: RecommendationList): Promise<void> {
  const difference = await differenceWords(context, list);
  if (difference === undefined) return;
  const { district, version } = list;
  const { told } = consequenceOf("listReplaced", await stepOfList(context, list));
  const name = districtName(context.campaign.definition, district);
  await tell(context, peopleTold(context, { told }, district), versionPhrases.told(name, version, difference));
}

function requireComplete(context: PersonContext, list: ListDraft): void {
  const { reasons, candidates, district } = list;
  if (!reasons) {
    const example = exampleOrder(rulesFor(context, district), candidates.length);
    throw new RefusalError("recommendation.no-order", phrases.noOrder(example));
  }
  const problem = numberProblem(context, list);
  if (problem !== undefined) throw new RefusalError("recommendation.number", problem);
  const missing = missingQuestions(reasons.form, reasons.state);
  if (missing.length > 0) {
    throw new RefusalError("recommendation.no-reason", phrases.noReason(missing.map(({ label }) => label)));
  }
}

async function nextVersion({ tx, campaign }: PersonContext, district: string): Promise<number> {
  await lockCampaign(tx, campaign.id);
  const last = await tx.recommendationList.aggregate({
    where: { campaignId: campaign.id, district },
    _max: { version: true },
  });
  return (last._max.version ?? 0) + 1;
}

/** PersonalRef with the index signature required by Prisma for JSON columns. */
interface StoredReason {
  [key: string]: string;
  personal: string;
  hash: string;
}

interface StoredItem {
  [key: string]: string | StoredReason;
  applicationId: string;
}

async function items(context: PersonContext, list: ListDraft): Promise<StoredItem[]> {
  const all: StoredItem[] = [];
  const snapshots = await takeSnapshots(context, list.order);
  for (const applicationId of list.order) {
    const reason = await stored(context, caseReason(list, applicationId));
    const snapshot = snapshots.get(applicationId)?.id;
    all.push({ applicationId, ...(snapshot ? { snapshot } : {}), ...(reason ? { reason } : {}) });
  }
  return all;
}

const stored = async ({ personal }: PersonContext, text: string | undefined): Promise<StoredReason | undefined> =>
  text === undefined ? undefined : { ...(await personal.store(text)) };
