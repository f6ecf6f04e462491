import type { ReceivedFile } from "../../../platform/chat/dispatcher.ts";
import { dayOf } from "../../../shared/civil-date.ts";
import { RefusalError } from "../../../shared/refusal-error.ts";
import { ownDistricts } from "../../application/work-district.ts";
import { attach } from "../../attachment/attach.ts";
import { districtName } from "../../definition/districts.ts";
import type { PersonContext } from "../../engine/context.ts";
import { lockCampaign } from "../../engine/lock-campaign.ts";
import { listSealed } from "../events.ts";
import { newestList, type RecommendationList, recommendationListTable } from "../store.ts";
import { sealedPhrases as phrases } from "./phrases.ts";
import { MOST_OF_NAME, type Signature } from "./read-signature.ts";
import { sealedPlace } from "./sealed-copy.ts";

/**
 * The list in force of a district of the person's, which its seal is for.
 * @param version of the pressed card or the scan; left out: the one in force
 * @throws {RefusalError} if there is none, it is another's, or it was replaced
 */
export async function listToSeal(
  context: PersonContext,
  district: string,
  version?: number,
): Promise<RecommendationList> {
  const { tx, campaign } = context;
  const name = districtName(campaign.definition, district);
  if (!ownDistricts(context).includes(district)) throw new RefusalError("recommendation.not-own", phrases.notOwn(name));
  await lockCampaign(tx, campaign.id);
  const list = await newestList(tx, campaign.id, district);
  if (!list || list.withdrawnAt) throw new RefusalError("recommendation.no-list-in-force", phrases.noList(name));
  if (version !== undefined && version !== list.version) {
    throw new RefusalError("recommendation.replaced", phrases.replaced(version, list.version));
  }
  return list;
}

/** Registers who signed the list and when; what is left out stays. @throws {RefusalError} for a day to come, or nothing */
export async function registerSignature(
  context: PersonContext,
  { district, version }: RecommendationList,
  { signer, signedOn }: Signature,
): Promise<void> {
  const { tx, campaign, now, personal } = context;
  if (signer === undefined && signedOn === undefined) {
    throw new RefusalError("recommendation.no-signature", phrases.nothing());
  }
  if (signer !== undefined && [...signer].length > MOST_OF_NAME) {
    throw new RefusalError("recommendation.signer-too-long", phrases.tooLong(MOST_OF_NAME));
  }
  if (signedOn !== undefined && signedOn > dayOf(now)) {
    throw new RefusalError("recommendation.signed-later", phrases.future());
  }
  const rows = [recommendationListTable.row({ campaign_id: campaign.id, district, version })];
  const name = signer === undefined ? undefined : await personal.store(signer);
  await context.withJournal({ action: "recommendation.signed", rows }, () =>
    tx.recommendationList.update({
      where: { campaignId_district_version: { campaignId: campaign.id, district, version } },
      data: { ...(name ? { signer: { ...name } } : {}), ...(signedOn === undefined ? {} : { signedOn }) },
    }),
  );
  context.emit(listSealed, { district, version });
}

/** Files a page of the stamped list. @returns true if it had been filed before */
export async function fileSealedCopy(
  context: PersonContext,
  list: RecommendationList,
  file: ReceivedFile,
): Promise<boolean> {
  const { district, version } = list;
  const { again } = await attach(context, {
    ...{ place: sealedPlace(list), district, file, accepts: ["picture", "pdf"] },
  });
  if (!again) context.emit(listSealed, { district, version });
  return again;
}
