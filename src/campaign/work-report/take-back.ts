import { RefusalError } from "../../shared/refusal-error.ts";
import type { PersonContext } from "../engine/context.ts";
import { receivedChanged } from "../stage/events.ts";
import { reportReturnChanged, reportTakenBack } from "./events.ts";
import { workReportPhrases } from "./phrases.ts";
import { reportAsked, reportingDistricts } from "./rules.ts";
import { lockReports, reportsInForce, workReportTable } from "./store.ts";
import type { WorkReport } from "./work-report.ts";

/**
 * Takes the district's last version back; the one before counts again. The version stays in the journal.
 *
 * @returns the version taken back, and the one in force now
 * @throws {RefusalError} if the district is not the person's or has no report
 */
export async function takeBackReport(
  context: PersonContext,
  district: string,
): Promise<{ taken: WorkReport; inForce: WorkReport | undefined }> {
  const { tx, campaign, now, person } = context;
  const deliverable = reportAsked(campaign.definition);
  if (!reportingDistricts(campaign.definition, person).includes(district)) {
    throw new RefusalError("work-report.not-yours", workReportPhrases.notYours(campaign.definition));
  }
  await lockReports(tx, campaign.id, district);
  const taken = (await reportsInForce(tx, campaign.id)).get(district);
  if (!taken) throw new RefusalError("work-report.nothing-to-take-back", workReportPhrases.nothingToTakeBack());
  const { version } = taken;
  const rows = [workReportTable.row({ campaign_id: campaign.id, district, version })];
  await context.withJournal({ action: "work-report.taken-back", rows }, async () => {
    await tx.workReport.update({
      where: { campaignId_district_version: { campaignId: campaign.id, district, version } },
      data: { withdrawnAt: now, withdrawnBy: person.staffId },
    });
  });
  const inForce = (await reportsInForce(tx, campaign.id)).get(district);
  context.emit(reportTakenBack, { district, version });
  if (taken.returned || inForce?.returned) context.emit(reportReturnChanged, { district });
  if (!inForce) context.emit(receivedChanged, { deliverable: deliverable.id, district });
  return { taken, inForce };
}
