import type { Definition } from "../definition/definition.ts";
import { type Member, mayMember } from "../directory/member.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { CommandListing } from "../engine/command-listing.ts";
import type { Context } from "../engine/context.ts";
import { teamInForce } from "../evaluation-team/store.ts";
import { cityStanding } from "../verification/ledger.ts";
import { isPublished } from "./extension-points.ts";

/**
 * From the day on which a team is approved, the joint ranking waits for the points of all members: those who still score
 * do not see how the cases stand. Until then it is for who decides alone.
 */
export async function isHeldBack(context: Context): Promise<boolean> {
  const { ledger, isComplete } = await cityStanding(context);
  if (isComplete || (ledger.size === 0 && !(await teamInForce(context)))) return false;
  return !(await isPublished(context));
}

/**
 * Whether the city's group may read the joint ranking that comes by itself: those who score sit in it, so never before the
 * points of all of them are final, a campaign without 核验 apart. Before that it is for who decides alone.
 */
export async function mayReachGroup(context: Context): Promise<boolean> {
  if (!nounsOf(context.campaign.definition).verifies) return true;
  return (await cityStanding(context)).isComplete || (await isPublished(context));
}

/** Who proposes and who approves the list. */
export const seesBefore = (definition: Definition, member: Member): boolean =>
  mayMember(definition, member, "selection.propose") || mayMember(definition, member, "selection.approve");

/**
 * Looks at who stands where in the city's order: for who decides, who leads the team, and who audits. Also after the
 * campaign's end, when the choice is questioned.
 */
export const ON_ORDER = {
  capability: "selection.approve",
  or: ["selection.propose", "verification.agree", "journal.see"],
  whenClosed: true,
} as const satisfies Pick<CommandListing, "capability" | "or" | "whenClosed">;

/** Whether the joint ranking is kept from the person now. */
export const isKeptFrom = async (context: Context, member: Member): Promise<boolean> =>
  !seesBefore(context.campaign.definition, member) && (await isHeldBack(context));
