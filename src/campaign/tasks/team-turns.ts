import { deadlineOf, stageById } from "../definition/deadlines.ts";
import { deliverableFor, offers } from "../definition/purposes.ts";
import { deadlineContext } from "../definition/running-campaign.ts";
import type { DeliverablePurpose } from "../definition/schema/purposes.ts";
import type { CampaignState } from "./campaign-state.ts";
import { isPublished, may, opensAt, type Turn } from "./turn.ts";

/** 评选工作组 and 回避: who proposes, and who decides. */
export const teamTurns = (state: CampaignState, now: Date): Turn[] => [
  ...proposing(state, now),
  ...(state.recusals ?? []).map(
    ({ name, member, at, by, role }): Turn => ({
      ...{ what: "recusal.decide", about: { name, member }, since: at },
      ...{ doers: by, awaitedBy: [], waitsFor: { role } },
    }),
  ),
  ...arranging(state),
  ...verifying(state),
];

/** What the visits lack, one task for all sites that lack the same. */
function arranging(state: CampaignState): Turn[] {
  const { visits } = state;
  if (!visits || isPublished(state)) return [];
  const { since, undated, short, unrecorded } = visits;
  const lacking = [
    { what: "visit.arrange", sites: undated },
    { what: "visit.assign", sites: short },
    { what: "visit.record", sites: unrecorded },
  ] as const;
  return lacking
    .filter(({ sites }) => sites.length > 0)
    .map(({ what, sites }) => ({
      ...{ what, about: { sites }, since },
      ...{ doers: may(state, "verification.assign"), awaitedBy: [], waitsFor: { role: "teamLead" as const } },
    }));
}

/** Every member's own sites, until the points are final. */
const verifying = (state: CampaignState): Turn[] =>
  isPublished(state)
    ? []
    : (state.verifications ?? []).map(
        ({ caseId, name, member, at }): Turn => ({
          ...{ what: "verification.score", about: { caseId, name }, since: at },
          ...{ doers: [member], awaitedBy: [], waitsFor: { role: "teamMember" } },
          ...dueOf(state, "verification"),
        }),
      );

/** 24:00 of the last day; nothing where the campaign asks for no such thing. */
function dueOf({ campaign, rulings }: CampaignState, purpose: DeliverablePurpose): Pick<Turn, "dueAt"> {
  const deliverable = deliverableFor(campaign.definition, purpose);
  return deliverable ? { dueAt: deadlineOf(deadlineContext(campaign, rulings), deliverable.id).hardClosesAt } : {};
}

function proposing(state: CampaignState, now: Date): Turn[] {
  const { team, campaign } = state;
  const deliverable = deliverableFor(campaign.definition, "team");
  if (!team || !deliverable || !offers(campaign.definition, "verification") || isPublished(state)) return [];
  const begins = opensAt(state, stageById(campaign.definition, deliverable.stage));
  const organizers = may(state, "team.propose");
  const due = dueOf(state, "team");
  const own = { about: {}, since: team.at ?? begins, doers: organizers, awaitedBy: [], ...due };
  switch (team.state) {
    case "none":
      return begins <= now ? [{ ...own, what: "team.propose", waitsFor: { role: "organizer" } }] : [];
    case "returned":
      return [{ ...own, what: "team.revise", waitsFor: { role: "organizer" } }];
    case "proposed":
      return [
        {
          ...own,
          ...{ what: "team.decide", doers: may(state, "team.approve"), awaitedBy: organizers },
          waitsFor: { role: "approver" },
        },
      ];
    case "approved":
      return [];
  }
}
