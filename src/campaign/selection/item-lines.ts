import { applicationsOf } from "../application/store.ts";
import { hasRubric } from "../definition/rubric-points.ts";
import type { Context } from "../engine/context.ts";
import { isFinalized, totalOf } from "../scoring/points.ts";
import { sheetsOf } from "../scoring/store.ts";
import { selectionPhrases as phrases } from "./phrases.ts";
import type { SelectedItem } from "./selection.ts";

/** One line per item: name, district, points if scored, and reason. */
export async function itemLines(
  { tx, campaign, personal }: Context,
  items: readonly SelectedItem[],
): Promise<string[]> {
  const { rubric, campaign: plan } = campaign.definition;
  const applications = await applicationsOf(tx, campaign.id);
  const sheets = await sheetsOf(tx, { campaignId: campaign.id, ledger: "district" });
  const texts = await personal.read(items.map(({ reason }) => reason));
  return items.map(({ applicationId, reason }) => {
    const application = applications.find(({ id }) => id === applicationId);
    const district = plan.districts.find(({ id }) => id === application?.district);
    const sheet = sheets.get(applicationId);
    const total = hasRubric(rubric) && isFinalized(sheet) ? totalOf(rubric, sheet) : undefined;
    const points = phrases.itemPoints(total);
    const named = { name: application?.compoundName ?? "", districtName: district?.name ?? "", points };
    return phrases.item(named, texts.get(reason.personal) ?? phrases.erased());
  });
}
