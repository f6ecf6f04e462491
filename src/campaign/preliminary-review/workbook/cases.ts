import type { Application } from "../../application/application.ts";
import { applicationsOf } from "../../application/store.ts";
import type { Context } from "../../engine/context.ts";
import { emptySheet, type ScoreSheet } from "../../scoring/score-sheet.ts";
import { sheetsOf } from "../../scoring/store.ts";
import { sheetOwner } from "../review.ts";

/** A case with its 初评 as it stands. */
export interface ReviewedCase {
  application: Application;
  sheet: ScoreSheet;
}

/** Cases of the districts, whatever has become of them, with their 初评. */
export async function reviewedCases(
  { tx, campaign }: Pick<Context, "tx" | "campaign">,
  districts: readonly string[],
): Promise<ReviewedCase[]> {
  const all = await applicationsOf(tx, campaign.id);
  const sheets = await sheetsOf(tx, { campaignId: campaign.id, ledger: "district" });
  return all
    .filter(({ district }) => districts.includes(district))
    .map((application) => ({
      application,
      sheet: sheets.get(application.id) ?? emptySheet(sheetOwner(application.id)),
    }));
}
