import { addDays, momentOf } from "../../shared/civil-date.ts";
import { deadlineOf } from "../definition/deadlines.ts";
import { deliverableFor } from "../definition/purposes.ts";
import { deadlineContext } from "../definition/running-campaign.ts";
import { districtOfficers } from "../directory/member.ts";
import { deadlineOfReport, hasReport, reportOf, returnClosesAt } from "../work-report/rules.ts";
import type { CampaignState } from "./campaign-state.ts";
import { may, type Turn } from "./turn.ts";

/** Reports that the city sent back, until their day and after it. */
export const reportTurns = (state: CampaignState): Turn[] =>
  [...(state.returnedReports ?? [])].map(([district, { version, until, at }]) => ({
    what: "report.revise",
    about: { district, version, until, name: reportOf(state.campaign.definition)?.name ?? "" },
    since: at,
    dueAt: returnClosesAt({ dueOn: until }),
    doers: districtOfficers(state.people, district).map(({ member }) => member.staffId),
    awaitedBy: may(state, "application.return"),
    waitsFor: { role: "districtOfficer", district },
  }));

/** The city's own summary, once the districts' day is over (10月21日) until its own (10月30日). */
export function summaryTurns(state: CampaignState, now: Date): Turn[] {
  const { campaign, rulings } = state;
  const summary = deliverableFor(campaign.definition, "summary");
  if (!summary || state.hasSummary || !hasReport(campaign.definition)) return [];
  const since = momentOf(addDays(deadlineOfReport(campaign, rulings).statedOn, 1));
  if (now < since) return [];
  const { hardClosesAt: dueAt } = deadlineOf(deadlineContext(campaign, rulings), summary.id);
  return [
    {
      ...{ what: "summary.file", about: { deliverable: summary.id }, since, dueAt },
      ...{ doers: may(state, "reminder.send"), awaitedBy: [], waitsFor: { role: "organizer" } },
    },
  ];
}
