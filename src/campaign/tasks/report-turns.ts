import { districtOfficers } from "../directory/member.ts";
import { reportOf, returnClosesAt } from "../work-report/rules.ts";
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
