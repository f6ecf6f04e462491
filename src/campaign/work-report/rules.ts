import { RefusalError } from "../../shared/refusal-error.ts";
import { type Deadline, deadlineOf } from "../definition/deadlines.ts";
import type { Definition } from "../definition/definition.ts";
import { planLine } from "../definition/plan-text.ts";
import { type Deliverable, deliverableFor } from "../definition/purposes.ts";
import type { RulingsInForce } from "../definition/rulings-in-force.ts";
import { deadlineContext, type RunningCampaign } from "../definition/running-campaign.ts";
import { districtsOf, type Member } from "../directory/member.ts";
import { workReportPhrases } from "./phrases.ts";

/** After the stated day it is marked late, where the day binds; it is never refused. */
export const isLate = ({ binding, hardClosesAt }: Deadline, now: Date): boolean => binding && now >= hardClosesAt;

/** The districts the person hands reports in for. */
export const reportingDistricts = (definition: Definition, member: Member): readonly string[] => {
  const own = member.roles.flatMap(({ role, district }) => (role === "districtOfficer" ? [district] : []));
  return districtsOf(definition, member).filter((district) => own.includes(district));
};

/** What districts report; undefined where the campaign asks for no report. */
export const reportOf = (definition: Definition): Deliverable | undefined => deliverableFor(definition, "report");

/** @throws {RefusalError} where the campaign asks for no report */
export function reportAsked(definition: Definition): Deliverable {
  const report = reportOf(definition);
  if (!report) throw new RefusalError("work-report.not-asked", workReportPhrases.notAsked());
  return report;
}

/** @throws {RefusalError} where the campaign asks for no report */
export const deadlineOfReport = (campaign: RunningCampaign, rulings: RulingsInForce): Deadline =>
  deadlineOf(deadlineContext(campaign, rulings), reportAsked(campaign.definition).id);

const PARTS = /(?:梳理|内容包括|内容为|包括)(?<parts>[^，。；（）]+)/u;

/** What the plan's own lines say is in a report: 活动开展情况, 主要做法成效 …; empty where they do not. */
export function partsOfReport(definition: Definition): readonly string[] {
  const lines = reportOf(definition)?.line ?? [];
  const found = lines.map((line) => PARTS.exec(planLine(definition.planLines, line))?.groups?.parts);
  const parts = found.find((one) => one !== undefined);
  return parts === undefined ? [] : parts.split(/[、及和]/u).filter((part) => part !== "");
}

/** What a report may come as; anything else is named in a sentence. Our own list: the plan names no format. */
export const REPORT_TYPES: readonly string[] = ["docx", "doc", "wps", "pdf", "ofd", "rtf", "txt"];

export const typeOf = (fileName: string): string =>
  /\.([\p{L}\p{N}]{1,8})$/u.exec(fileName)?.[1]?.normalize("NFKC").toLowerCase() ?? "";
