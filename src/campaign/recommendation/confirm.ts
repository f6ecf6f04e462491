import { missingQuestions } from "../../platform/conversation/form-state.ts";
import type { PersonalRef } from "../../platform/journal/personal-value.ts";
import { recorded } from "../../platform/journal/record.ts";
import { Refusal } from "../../shared/refusal.ts";
import { deadlineOf } from "../definition/deadlines.ts";
import { deadlineContext } from "../definition/running-campaign.ts";
import type { PersonTurn, Turn } from "../engine/feature.ts";
import { fewerReason, type Listing, reasonFor, TALK } from "./listing.ts";
import { recommendationPhrases as phrases } from "./phrases.ts";

const DELIVERABLE = "recommendation-list";

/** What later stages do when a district has confirmed its list; registered at the composition root. */
export type OnListConfirmed = (turn: Turn) => Promise<void>;

/**
 * 确认推荐. The list in force of the district; confirming again makes the next version. After the stated day it is
 * taken and marked late.
 * @throws {Refusal} when no order is given or reasons are missing
 */
export async function confirmList(turn: PersonTurn, listing: Listing, then: OnListConfirmed): Promise<number> {
  const { tx, campaign, now, person } = turn;
  if (!listing.reasons) throw new Refusal("recommendation.no-order", phrases.noOrder());
  const missing = missingQuestions(listing.reasons.form, listing.reasons.state);
  if (missing.length > 0) {
    throw new Refusal("recommendation.no-reason", phrases.noReason(missing.map(({ label }) => label)));
  }
  const { district, draft } = listing;
  await tx.$queryRaw`select 1 from campaign where id = ${campaign.id} for update`;
  const last = await tx.recommendationList.aggregate({
    where: { campaignId: campaign.id, district },
    _max: { version: true },
  });
  const version = (last._max.version ?? 0) + 1;
  const rows = [{ table: "recommendation_list" as const, key: { campaign_id: campaign.id, district, version } }];
  const act = { campaignId: campaign.id, at: now, actor: person.staffId, action: "recommendation.confirmed", rows };
  const late = now >= deadlineOf(deadlineContext(campaign, turn.rulings), DELIVERABLE).hardClosesAt;
  await recorded(tx, act, async () => {
    const fewer = await kept(turn, fewerReason(listing));
    await tx.recommendationList.create({
      data: {
        campaignId: campaign.id,
        district,
        version,
        items: await items(turn, listing),
        ...(fewer ? { fewerReason: { ...fewer } } : {}),
        late,
        confirmedAt: now,
        confirmedBy: person.staffId,
      },
    });
  });
  await turn.drafts.save(tx, draft, { state: "done", subject: `${district}/${version}` });
  await turn.dialogues.close(tx, person.staffId, TALK);
  await then(turn);
  return version;
}

async function items(
  turn: PersonTurn,
  listing: Listing,
): Promise<{ applicationId: string; reason?: { personal: string; hash: string } }[]> {
  const list: { applicationId: string; reason?: { personal: string; hash: string } }[] = [];
  for (const applicationId of listing.order) {
    const reason = await kept(turn, reasonFor(listing, applicationId));
    list.push({ applicationId, ...(reason ? { reason: { ...reason } } : {}) });
  }
  return list;
}

const kept = (turn: PersonTurn, text: string | undefined): Promise<PersonalRef | undefined> =>
  text === undefined ? Promise.resolve(undefined) : turn.personal.keep(turn.tx, turn.campaign.id, text);
