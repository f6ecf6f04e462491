import { cleanLine } from "../../../platform/conversation/plain.ts";
import { RefusalError } from "../../../shared/refusal-error.ts";
import type { Application } from "../../application/application.ts";
import { nounsOf } from "../../directory/nouns.ts";
import type { Context } from "../../engine/context.ts";
import { lockCampaign } from "../../engine/lock-campaign.ts";
import { ONE } from "../actions.ts";
import { decidersOf } from "../deciders.ts";
import { recusalChanged } from "../events.ts";
import { recusalsOf, recusalTable } from "../store.ts";
import type { RecusalGround, TeamMember } from "../team.ts";
import { OPEN_RECUSALS } from "./actions.ts";
import { recusalRefusals as refusals } from "./phrases.ts";
import { raisedSoFar, standingRecusal } from "./rules.ts";

/** Length of facts and reasons in characters. */
export const MOST_WORDS = 200;

export interface Grounds {
  ground: RecusalGround;
  /** What exactly; never empty. */
  facts: string;
  /** Found by the program itself, whoever set it going. */
  found?: true;
}

/** Cleans the facts. @throws {RefusalError} if there are none, or too many */
export function factsIn(typed: string, caseName: string): string {
  const facts = cleanLine(typed);
  if (facts === "") throw new RefusalError("evaluation-team.no-facts", refusals.noFacts(caseName));
  if ([...facts].length > MOST_WORDS) throw new RefusalError("evaluation-team.facts-too-long", refusals.factsTooLong());
  return facts;
}

/**
 * Records what may keep the member out of the cases, and shows it to whoever decides, once.
 * @throws {RefusalError} if it waits already, the member is kept out already, or nobody can decide
 */
export async function raiseRecusal(
  context: Context,
  { member, cases }: { member: TeamMember; cases: readonly Application[] },
  { ground, facts, found }: Grounds,
): Promise<void> {
  const { tx, campaign, now, actor } = context;
  await lockCampaign(tx, campaign.id);
  const { by } = decidersOf(context, member.id);
  if (by.length === 0)
    throw new RefusalError("evaluation-team.nobody-decides", refusals.nobodyDecides(nounsOf(campaign.definition)));
  const all = await recusalsOf(tx, campaign.id);
  for (const { id: caseId, compoundName } of cases) {
    const key = { caseId, memberId: member.id };
    const standing = standingRecusal(all, key);
    if (standing?.state === "raised")
      throw new RefusalError("evaluation-team.recusal-waits", refusals.waits(member.name, compoundName));
    if (standing) throw new RefusalError("evaluation-team.recused", refusals.isRecused(member.name, compoundName));
    const number = raisedSoFar(all, key) + 1;
    const rows = [recusalTable.row({ case_id: caseId, member_id: member.id, number })];
    const stored = await context.personal.store(facts);
    await context.withJournal({ action: "recusal.raised", rows, caseId }, () =>
      tx.recusal.create({
        data: {
          ...{ caseId, memberId: member.id, number, campaignId: campaign.id, ground, state: "raised" },
          ...{ facts: { ...stored }, raisedBy: found ? "system" : actor, raisedAt: now },
        },
      }),
    );
    context.emit(recusalChanged, key);
  }
  for (const staffId of by)
    if (found || staffId !== actor) await context.cards.show(staffId, { kind: OPEN_RECUSALS, subject: ONE });
}
