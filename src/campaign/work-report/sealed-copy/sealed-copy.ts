import type { Attachment } from "../../attachment/attachment.ts";
import { attachmentsAt } from "../../attachment/store.ts";
import type { Context } from "../../engine/context.ts";
import type { WorkReport } from "../work-report.ts";

/** Where the stamped pages of a version are filed. */
export const sealPlace = ({ district, version }: Pick<WorkReport, "district" | "version">): string =>
  `report:${district}@${version}`;

/** 盖章件 of a version, in order. */
export async function sealedPages(
  { tx, campaign }: Pick<Context, "tx" | "campaign">,
  report: Pick<WorkReport, "district" | "version">,
): Promise<Attachment[]> {
  const place = sealPlace(report);
  const filed = await attachmentsAt(tx, { campaignId: campaign.id, prefix: place });
  return filed.filter((one) => one.place === place);
}
