import { reportedCases } from "../../application/opinions/visible.ts";
import { districtName } from "../../definition/districts.ts";
import { offers } from "../../definition/purposes.ts";
import { readMemberships } from "../../directory/store.ts";
import type { Context } from "../../engine/context.ts";
import { decidersOf } from "../deciders.ts";
import { recusalsOf, teamInForce } from "../store.ts";
import { recusalPhrases as phrases } from "./phrases.ts";
import { raiseRecusal } from "./raise.ts";
import { ofSameDistrict } from "./rules.ts";

/** Raises, and does not decide, what a member's work for the district of a reported case may bear on. */
export async function raiseFound(context: Context): Promise<void> {
  const { tx, campaign } = context;
  if (campaign.closedAt !== undefined || !offers(campaign.definition, "verification")) return;
  const team = await teamInForce(context);
  if (!team) return;
  const cases = await reportedCases(context);
  const memberships = await readMemberships(tx, campaign.id);
  const found = ofSameDistrict(
    { members: team.members, memberships },
    { cases, recusals: await recusalsOf(tx, campaign.id) },
  );
  for (const member of team.members) {
    const own = cases.filter(({ id }) => found.some((one) => one.caseId === id && one.memberId === member.id));
    // Without anybody to decide it is found again with the next change of people.
    if (own.length === 0 || decidersOf(context, member.id).by.length === 0) continue;
    for (const [district, of] of Map.groupBy(own, (one) => one.district)) {
      const facts = phrases.foundFacts(districtName(campaign.definition, district));
      await raiseRecusal(context, { member, cases: of }, { ground: "sameDistrict", facts, found: true });
    }
  }
}
