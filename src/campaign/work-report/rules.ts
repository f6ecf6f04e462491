import { RefusalError } from "../../shared/refusal-error.ts";
import { type Deadline, deadlineOf } from "../definition/deadlines.ts";
import type { Definition } from "../definition/definition.ts";
import type { RulingsInForce } from "../definition/rulings-in-force.ts";
import { deadlineContext, type RunningCampaign } from "../definition/running-campaign.ts";
import { districtsOf, type Member } from "../directory/member.ts";
import { workReportPhrases } from "./phrases.ts";
import { WORK_REPORT } from "./work-report.ts";

/** After the stated day it is marked late, where the day binds; it is never refused. */
export const isLate = ({ binding, hardClosesAt }: Deadline, now: Date): boolean => binding && now >= hardClosesAt;

/** The districts the person hands reports in for. */
export const reportingDistricts = (definition: Definition, member: Member): readonly string[] => {
  const own = member.roles.flatMap(({ role, district }) => (role === "districtOfficer" ? [district] : []));
  return districtsOf(definition, member).filter((district) => own.includes(district));
};

/** The stage that asks for the report; undefined where the campaign asks for none. */
export const stageOfReport = ({ campaign }: Definition): string | undefined =>
  campaign.deliverables.find(({ id }) => id === WORK_REPORT)?.stage;

/** @throws {RefusalError} where the campaign asks for no report */
export function deadlineOfReport(campaign: RunningCampaign, rulings: RulingsInForce): Deadline {
  if (stageOfReport(campaign.definition) === undefined) {
    throw new RefusalError("work-report.not-asked", workReportPhrases.notAsked());
  }
  return deadlineOf(deadlineContext(campaign, rulings), WORK_REPORT);
}

/** What a report may come as; anything else is named in a sentence. Our own list: the plan names no format. */
export const REPORT_TYPES: readonly string[] = ["docx", "doc", "wps", "pdf", "ofd", "rtf", "txt"];

export const typeOf = (fileName: string): string =>
  /\.([\p{L}\p{N}]{1,8})$/u.exec(fileName)?.[1]?.normalize("NFKC").toLowerCase() ?? "";
