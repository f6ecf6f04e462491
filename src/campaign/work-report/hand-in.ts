import { RefusalError } from "../../shared/refusal-error.ts";
import type { PersonContext } from "../engine/context.ts";
import { responsibleIn } from "../engine/on-behalf.ts";
import { receivedChanged } from "../stage/events.ts";
import { reportHandedIn } from "./events.ts";
import { workReportPhrases } from "./phrases.ts";
import { deadlineOfReport, isLate, reportAsked, reportingDistricts } from "./rules.ts";
import { lockReports, reportsInForce, workReportTable } from "./store.ts";
import type { WorkReport } from "./work-report.ts";

export interface NewReport {
  district: string;
  content: { kind: "text"; text: string } | { kind: "file"; hash: string; name: string };
}

/**
 * Stores a new version of the district's report. Late reports are accepted and marked.
 *
 * @throws {RefusalError} if the district is not the person's, or the report in force says the same
 */
export async function handInReport(context: PersonContext, { district, content }: NewReport): Promise<WorkReport> {
  const { tx, campaign, rulings, now, person } = context;
  const deliverable = reportAsked(campaign.definition);
  if (!reportingDistricts(campaign.definition, person).includes(district)) {
    throw new RefusalError("work-report.not-yours", workReportPhrases.notYours(campaign.definition));
  }
  const version = (await lockReports(tx, campaign.id, district)) + 1;
  const inForce = (await reportsInForce(tx, campaign.id)).get(district);
  if (inForce && (await isSame(context, inForce, content))) {
    const { version, handedInAt } = inForce;
    throw new RefusalError("work-report.same", workReportPhrases.same(version, handedInAt));
  }
  const stored =
    content.kind === "text" ? { kind: "text" as const, text: await context.personal.store(content.text) } : content;
  const report: WorkReport = {
    district,
    version,
    content: stored,
    late: isLate(deadlineOfReport(campaign, rulings, district), now),
    handedInAt: now,
    handedInBy: person.staffId,
    responsible: responsibleIn(context),
  };
  const rows = [workReportTable.row({ campaign_id: campaign.id, district, version })];
  await context.withJournal({ action: "work-report.handed-in", rows }, async () => {
    await tx.workReport.create({ data: rowOf(campaign.id, report) });
  });
  context.emit(reportHandedIn, { district, version });
  // The first version in force changes the hand-in state; later ones do not.
  if (!inForce) context.emit(receivedChanged, { deliverable: deliverable.id, district });
  return report;
}

async function isSame(
  { personal }: PersonContext,
  { content }: WorkReport,
  sent: NewReport["content"],
): Promise<boolean> {
  if (content.kind === "file" || sent.kind === "file")
    return content.kind === "file" && sent.kind === "file" && content.hash === sent.hash;
  return (await personal.read([content.text])).get(content.text.personal) === sent.text;
}

const rowOf = (campaignId: string, { content, ...report }: WorkReport) => ({
  campaignId,
  ...report,
  kind: content.kind,
  ...(content.kind === "text" ? { text: { ...content.text } } : { fileHash: content.hash, fileName: content.name }),
});
