import type { Application } from "../application/application.ts";
import { isReported } from "../application/opinions/visible.ts";
import { decided } from "../definition/purposes.ts";
import { type Member, mayMember } from "../directory/member.ts";
import type { Context, PersonContext } from "../engine/context.ts";
import { isFinalized } from "../scoring/points.ts";
import { sheetOf } from "../scoring/store.ts";
import { maySeePoints, type Sight, sightOf } from "./rules.ts";

/** Whether the member sees the district's points of the case, with this sight of it. */
export async function seesPoints(
  { tx, campaign: { definition }, rulings }: Context,
  member: Member,
  { caseId, sight }: { caseId: string; sight: Sight },
): Promise<boolean> {
  const blind = decided(definition, "blindScoring", rulings).blind !== false;
  const own = await sheetOf(tx, { caseId, ledger: "city", scorer: member.staffId });
  return maySeePoints(definition, member, { sight, blind, hasScored: isFinalized(own) });
}

/**
 * Of these cases those whose district's points are kept from the person because they give points of their own: wherever
 * points are shown, the same rule holds.
 */
export async function pointsKeptFrom(
  context: PersonContext,
  applications: readonly Application[],
): Promise<Application[]> {
  const { definition } = context.campaign;
  if (!mayMember(definition, context.person, "verification.score")) return [];
  const kept: Application[] = [];
  for (const application of applications) {
    const { id, district } = application;
    const sight = sightOf(definition, context.person, { id, district, reported: await isReported(context, id) });
    if (!(await seesPoints(context, context.person, { caseId: id, sight }))) kept.push(application);
  }
  return kept;
}
