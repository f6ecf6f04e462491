import { recorded } from "../../platform/journal/record.ts";
import { Refusal } from "../../shared/refusal.ts";
import { type Deadline, deadlineOf } from "../definition/deadlines.ts";
import { deadlineContext } from "../definition/running-campaign.ts";
import type { PersonTurn } from "../engine/feature.ts";
import { OFFICIAL_CARD } from "../stage/opening.ts";
import { workReportPhrases } from "./phrases.ts";
import { isLate, reportingDistricts } from "./rules.ts";
import { lockReports } from "./store.ts";
import { WORK_REPORT, type WorkReport } from "./work-report.ts";

/** What later parts do when a district hands its report in, e.g. refresh the reminders. */
export type OnHandedIn = (
  turn: PersonTurn,
  handedIn: { deliverable: string; district: string; except?: string },
) => Promise<void>;

export interface NewReport {
  district: string;
  content: { kind: "text"; text: string } | { kind: "file"; hash: string; name: string };
  /** The card that is answered otherwise. */
  pressed?: string;
}

/**
 * A district hands its report in. Again makes a new version; late is marked, never refused.
 *
 * @throws {Refusal} for somebody else's district
 */
export async function handInReport(
  turn: PersonTurn,
  { district, content, pressed }: NewReport,
  onHandedIn: readonly OnHandedIn[],
): Promise<WorkReport> {
  const { tx, campaign, now, person, cards } = turn;
  if (!reportingDistricts(campaign.definition, person).includes(district)) {
    throw new Refusal("work-report.not-yours", workReportPhrases.notYours());
  }
  const version = (await lockReports(tx, campaign.id, district)) + 1;
  const kept =
    content.kind === "text"
      ? { kind: "text" as const, text: await turn.personal.keep(tx, campaign.id, content.text) }
      : content;
  const report: WorkReport = {
    district,
    version,
    content: kept,
    late: isLate(deadlineOfReport(turn), now),
    handedInAt: now,
    handedInBy: person.staffId,
  };
  const rows = [{ table: "work_report" as const, key: { campaign_id: campaign.id, district, version } }];
  const act = { campaignId: campaign.id, at: now, actor: person.staffId, action: "work-report.handed-in", rows };
  await recorded(tx, act, async () => {
    await tx.workReport.create({ data: rowOf(campaign.id, report) });
  });
  const except = pressed === undefined ? {} : { except: pressed };
  const subject = `${stageOfReport(turn)}/${district}`;
  await cards.touch(tx, { campaignId: campaign.id, kind: OFFICIAL_CARD, subject }, { now, ...except });
  for (const also of onHandedIn) await also(turn, { deliverable: WORK_REPORT, district, ...except });
  return report;
}

const rowOf = (campaignId: string, { content, ...report }: WorkReport) => ({
  campaignId,
  ...report,
  kind: content.kind,
  ...(content.kind === "text" ? { text: { ...content.text } } : { fileHash: content.hash, fileName: content.name }),
});

/** @throws {Refusal} where the campaign asks for no report */
export function deadlineOfReport({ campaign, rulings }: Pick<PersonTurn, "campaign" | "rulings">): Deadline {
  stageOfReport({ campaign });
  return deadlineOf(deadlineContext(campaign, rulings), WORK_REPORT);
}

/** The stage the report belongs to. @throws {Refusal} where the campaign asks for none */
export function stageOfReport({ campaign }: Pick<PersonTurn, "campaign">): string {
  const deliverable = campaign.definition.campaign.deliverables.find(({ id }) => id === WORK_REPORT);
  if (!deliverable) throw new Refusal("work-report.not-asked", workReportPhrases.notAsked());
  return deliverable.stage;
}
