import { RefusalError } from "../../shared/refusal-error.ts";
import { mayMember } from "../directory/member.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { PersonContext } from "../engine/context.ts";
import { visitRefusals as refusals } from "./phrases.ts";

/** 核验 is arranged by the lead of the team and by the organizer. */
export const mayArrange = ({ campaign, person }: Pick<PersonContext, "campaign" | "person">): boolean =>
  mayMember(campaign.definition, person, "verification.assign");

/** @throws {RefusalError} for who does not arrange visits */
export function requireArranger(context: PersonContext): void {
  if (!mayArrange(context))
    throw new RefusalError("site-visit.may-not-arrange", refusals.mayNotArrange(nounsOf(context.campaign.definition)));
}
