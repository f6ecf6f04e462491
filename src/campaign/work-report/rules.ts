import { addDays, momentOf } from "../../shared/civil-date.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import { type Deadline, deadlineOf, latenessOf } from "../definition/deadlines.ts";
import type { Definition } from "../definition/definition.ts";
import { planLine } from "../definition/plan-text.ts";
import { type Deliverable, deliverableFor } from "../definition/purposes.ts";
import type { RulingsInForce } from "../definition/rulings-in-force.ts";
import { deadlineContext, type RunningCampaign } from "../definition/running-campaign.ts";
import { districtsOf, type Member } from "../directory/member.ts";
import { workReportPhrases } from "./phrases.ts";
import type { ReportReturn, WorkReport } from "./work-report.ts";

/** Late reports are accepted and marked, if the deadline is binding. */
export const isLate = (deadline: Deadline, now: Date): boolean => latenessOf(deadline, now) === "late";

/** 24:00 of the last day for the version after one that was sent back. */
export const returnClosesAt = ({ dueOn }: Pick<ReportReturn, "dueOn">): Date => momentOf(addDays(dueOn, 1));

/** What answers 退回 by its day is as late as what was sent back. */
export function isLateVersion(
  deadline: Deadline,
  { inForce, now }: { inForce: Pick<WorkReport, "late" | "returned"> | undefined; now: Date },
): boolean {
  if (inForce?.returned) return inForce.late || now >= returnClosesAt(inForce.returned);
  return isLate(deadline, now);
}

/** Districts the person reports for. */
export const reportingDistricts = (definition: Definition, member: Member): readonly string[] => {
  const own = member.roles.flatMap(({ role, district }) => (role === "districtOfficer" ? [district] : []));
  return districtsOf(definition, member).filter((district) => own.includes(district));
};

/** Undefined if the campaign has no report. */
export const reportOf = (definition: Definition): Deliverable | undefined => deliverableFor(definition, "report");

export const hasReport = (definition: Definition): boolean => reportOf(definition) !== undefined;

/** @throws {RefusalError} if the campaign has no report */
export function reportAsked(definition: Definition): Deliverable {
  const report = reportOf(definition);
  if (!report) throw new RefusalError("work-report.not-asked", workReportPhrases.notAsked());
  return report;
}

/**
 * @param district whose day it is, with what was granted to it; left out: the day of all
 * @throws {RefusalError} if the campaign has no report
 */
export const deadlineOfReport = (campaign: RunningCampaign, rulings: RulingsInForce, district?: string): Deadline =>
  deadlineOf(deadlineContext(campaign, rulings, district), reportAsked(campaign.definition).id);

const PARTS = /(?:梳理|内容包括|内容为|包括)(?<parts>[^，。；（）]+)/u;

/** Contents of a report listed in the plan: 活动开展情况, 主要做法成效 …; empty if it lists none. */
export function partsOfReport(definition: Definition): readonly string[] {
  const lines = reportOf(definition)?.line ?? [];
  const found = lines.map((line) => PARTS.exec(planLine(definition.planLines, line))?.groups?.parts);
  const parts = found.find((one) => one !== undefined);
  return parts === undefined ? [] : parts.split(/[、及和]/u).filter((part) => part !== "");
}

/** One line on 推广实施 (L21) is asked for where the plan asks for case studies. */
export const asksPromotion = (definition: Definition): boolean => deliverableFor(definition, "caseStudy") !== undefined;

/** What L10–L12 speak of beside what a report must hold. */
const PROMPTS: readonly RegExp[] = [/城镇老旧\p{Script=Han}{2}改造/u, /社会组织/u, /效果共评/u];

/** Those of them that the plan has, in its own words. */
export const promptsOf = ({ planLines }: Definition): readonly string[] =>
  PROMPTS.flatMap((prompt) => {
    const line = planLines.find((one) => prompt.test(one));
    return line === undefined ? [] : [prompt.exec(line)?.[0] ?? ""];
  });

/** Accepted file types, chosen by this system: the plan names none. */
export const REPORT_TYPES: readonly string[] = ["docx", "doc", "wps", "pdf", "ofd", "rtf", "txt"];

export const typeOf = (fileName: string): string =>
  /\.([\p{L}\p{N}]{1,8})$/u.exec(fileName)?.[1]?.normalize("NFKC").toLowerCase() ?? "";
