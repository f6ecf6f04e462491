import { RefusalError } from "../../shared/refusal-error.ts";
import { districtName } from "../definition/districts.ts";
import { dayWordsIn } from "../definition/wording.ts";
import type { PersonContext } from "../engine/context.ts";
import { responsibleIn } from "../engine/on-behalf.ts";
import { receivedChanged } from "../stage/events.ts";
import { reportHandedIn, reportReturnChanged } from "./events.ts";
import { workReportPhrases } from "./phrases.ts";
import { deadlineOfReport, isLateVersion, reportAsked, reportingDistricts, typeOf } from "./rules.ts";
import { lockReports, reportsInForce, workReportTable } from "./store.ts";
import type { ReportContent, WorkReport } from "./work-report.ts";

export type SentContent =
  | { kind: "text"; text: string }
  /** `text`: what was read from it; left out if nothing could be. */
  | { kind: "file"; hash: string; name: string; text?: string };

export interface NewReport {
  district: string;
  content: SentContent;
  /** It holds the version in force and another file, whatever the file says. */
  joins?: true;
}

/**
 * Stores a new version of the district's report. Late reports are accepted and marked.
 *
 * @throws {RefusalError} if the district is not the person's, or the report in force says the same
 */
export async function handInReport(
  context: PersonContext,
  { district, content, joins }: NewReport,
): Promise<WorkReport> {
  const { tx, campaign, rulings, now, person } = context;
  const deliverable = reportAsked(campaign.definition);
  if (!reportingDistricts(campaign.definition, person).includes(district)) {
    throw new RefusalError("work-report.not-yours", workReportPhrases.notYours(campaign.definition));
  }
  const version = (await lockReports(tx, campaign.id, district)) + 1;
  const inForce = (await reportsInForce(tx, campaign.id)).get(district);
  if (inForce && !joins && (await saysTheSame(context, inForce.content, content))) throw await sameAs(context, inForce);
  const named = districtName(campaign.definition, district);
  const stored = await storedContent(context, content, (type) => workReportPhrases.keptName(named, version, type));
  const report: WorkReport = {
    district,
    version,
    content: stored,
    late: isLateVersion(deadlineOfReport(campaign, rulings, district), { inForce, now }),
    handedInAt: now,
    handedInBy: person.staffId,
    responsible: responsibleIn(context),
  };
  const rows = [workReportTable.row({ campaign_id: campaign.id, district, version })];
  await context.withJournal({ action: "work-report.handed-in", rows }, async () => {
    await tx.workReport.create({ data: rowOf(campaign.id, report) });
  });
  context.emit(reportHandedIn, { district, version });
  if (inForce?.returned) context.emit(reportReturnChanged, { district });
  // The first version in force changes the hand-in state; later ones do not.
  if (!inForce) context.emit(receivedChanged, { deliverable: deliverable.id, district });
  return report;
}

/** @param nameOf by its type: a file's own name may name persons, and the journal keeps what it is given */
export async function storedContent(
  { personal }: PersonContext,
  content: SentContent,
  nameOf: (type: string) => string,
): Promise<ReportContent> {
  if (content.kind === "text") return { kind: "text", text: await personal.store(content.text) };
  const { text, ...file } = content;
  return {
    ...{ ...file, name: nameOf(typeOf(file.name)) },
    ...(text === undefined ? {} : { text: await personal.store(text) }),
  };
}

/** A file that only was saved anew says the same, too. */
export async function saysTheSame(
  { personal }: Pick<PersonContext, "personal">,
  content: ReportContent,
  sent: SentContent,
): Promise<boolean> {
  if (content.kind === "file" && sent.kind === "file" && content.hash === sent.hash) return true;
  if (content.kind !== sent.kind || sent.text === undefined || content.text === undefined) return false;
  return (await personal.read([content.text])).get(content.text.personal) === sent.text;
}

async function sameAs(context: PersonContext, { version, handedInAt, returned }: WorkReport): Promise<RefusalError> {
  if (!returned) return new RefusalError("work-report.same", workReportPhrases.same(version, handedInAt));
  const remarks = returned.remarks && (await context.personal.read([returned.remarks])).get(returned.remarks.personal);
  const until = dayWordsIn(context.campaign.definition, returned.dueOn);
  return new RefusalError("work-report.same", workReportPhrases.sameAsReturned(version, until, remarks ?? ""));
}

const rowOf = (campaignId: string, { content, returned: _, ...report }: WorkReport) => ({
  campaignId,
  ...report,
  kind: content.kind,
  ...(content.text === undefined ? {} : { text: { ...content.text } }),
  ...(content.kind === "file" ? { fileHash: content.hash, fileName: content.name } : {}),
});
