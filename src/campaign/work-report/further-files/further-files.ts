import type { Attachment } from "../../attachment/attachment.ts";
import { attachmentsAt } from "../../attachment/store.ts";
import type { Context } from "../../engine/context.ts";
import type { WorkReport } from "../work-report.ts";

/** Where the files of a version beyond its first are filed. */
export const furtherPlace = ({ district, version }: Pick<WorkReport, "district" | "version">): string =>
  `report-file:${district}@${version}`;

/** The files of a version that has several, without its first, in order. */
export async function furtherFiles(
  { tx, campaign }: Pick<Context, "tx" | "campaign">,
  report: Pick<WorkReport, "district" | "version">,
): Promise<Attachment[]> {
  const place = furtherPlace(report);
  const filed = await attachmentsAt(tx, { campaignId: campaign.id, prefix: place });
  return filed.filter((one) => one.place === place);
}
