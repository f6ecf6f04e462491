import type { Application } from "../application/application.ts";
import { takesPart } from "../application/application.ts";
import { reportedCases } from "../application/opinions/visible.ts";
import { applicationsOf } from "../application/store.ts";
import { assignmentsInForce } from "../directory/assignments.ts";
import type { Context } from "../engine/context.ts";
import { teamMembers } from "../evaluation-team/store.ts";
import type { TeamMember } from "../evaluation-team/team.ts";
import { listsReported } from "../recommendation/store.ts";
import { visitsInForce } from "./store.ts";
import type { SiteVisit } from "./visit.ts";

/** A reported case that is to be verified, with what is arranged for it. */
export interface Site {
  application: Application;
  /** Arranged or made; undefined: no day yet. */
  visit: SiteVisit | undefined;
  /** Assignments in force, the lead first. */
  members: readonly TeamMember[];
}

/** Sites by district as the definition lists them, within it as they were handed in. */
export async function sitesToVisit(context: Context): Promise<Site[]> {
  const { tx, campaign } = context;
  const visits = await visitsInForce(tx, campaign.id);
  const assigned = Map.groupBy(await assignmentsInForce(tx, campaign.id), ({ caseId }) => caseId);
  const members = await teamMembers(context);
  const order = campaign.definition.campaign.districts.map(({ id }) => id);
  return (await reportedCases(context))
    .filter(takesPart)
    .map((application) => ({
      application,
      visit: visits.get(application.id),
      members: (assigned.get(application.id) ?? [])
        .map(({ memberId }) => members.get(memberId) ?? unknownMember(memberId))
        .toSorted(leadFirst),
    }))
    .sort((one, other) => order.indexOf(one.application.district) - order.indexOf(other.application.district));
}

const leadFirst = (one: TeamMember, other: TeamMember): number =>
  Number(other.role === "teamLead") - Number(one.role === "teamLead") || (one.id < other.id ? -1 : 1);

const unknownMember = (id: string): TeamMember => ({ id, name: id, role: "teamMember", staffId: undefined });

/** Cases that a district has reported and that take no part any more. */
export async function goneSites({ tx, campaign }: Context): Promise<Application[]> {
  const reported = new Set(
    (await listsReported(tx, campaign.id)).flatMap(({ items }) => items.map(({ applicationId }) => applicationId)),
  );
  return (await applicationsOf(tx, campaign.id, { states: ["withdrawn", "excluded"] })).filter(({ id }) =>
    reported.has(id),
  );
}
