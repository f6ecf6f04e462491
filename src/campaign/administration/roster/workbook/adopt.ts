import { RefusalError } from "../../../../shared/refusal-error.ts";
import { peopleOn } from "../../../directory/member.ts";
import type { PersonContext } from "../../../engine/context.ts";
import { PROPOSAL } from "../actions.ts";
import { type Changed, changeRoster, lockRoll } from "../change.ts";
import { handOver } from "../hand-over.ts";
import { holdersBeside } from "../rules.ts";
import { type HandedOver, tellConcerned } from "../tell.ts";
import { type Plan, planOf } from "./differences.ts";
import { workbookPhrases as phrases, workbookRefusals as refusals } from "./phrases.ts";
import { openProposals, proposalOf } from "./propose.ts";

/** 采用: the whole roster at once. @param id of the proposal; empty for the open one @returns what was done */
export async function adoptRoster(context: PersonContext, id: string): Promise<string> {
  const draft = await openProposal(context, id);
  const { entries } = proposalOf(draft);
  const roll = await lockRoll(context);
  const plan = planOf(entries, roll);
  const people = entries.map(({ staffId, name, mobile }) => ({ staffId, name, ...(mobile === "" ? {} : { mobile }) }));
  const changed = await changeRoster(context, roll, { act: "roster.adopted", changes: plan.changes, people });
  const handed = await handedOn(context, plan, changed);
  const done = { added: plan.added.length, ended: plan.ended.length };
  await context.drafts.save(draft, { state: "done", body: { entries, done } });
  await context.cards.refresh({ kind: PROPOSAL, subject: draft.id });
  await tellConcerned(context, { changes: plan.changes, changed, handed });
  return phrases.adoptedLead(done.added, done.ended);
}

/** Open work of those whose role ends goes to the first who has the same role. */
async function handedOn(context: PersonContext, { ended }: Plan, { after, today }: Changed): Promise<HandedOver[]> {
  const handed: HandedOver[] = [];
  for (const one of ended) {
    const [successor] = holdersBeside(after, one, today);
    if (!successor) continue;
    const [from, to] = [one.staffId, successor.staffId];
    handed.push({ from, to, work: await handOver(context, { from, to }, peopleOn(after, today)) });
  }
  return handed;
}

/** 不采用. */
export async function declineRoster(context: PersonContext, id: string): Promise<string> {
  const draft = await openProposal(context, id);
  await context.drafts.save(draft, { state: "dropped" });
  await context.cards.refresh({ kind: PROPOSAL, subject: draft.id });
  return phrases.declinedLead();
}

/** @throws {RefusalError} if none of the person's is open */
async function openProposal(context: PersonContext, id: string) {
  const open = await openProposals(context);
  const draft = id === "" ? open[0] : open.find((one) => one.id === id);
  if (!draft) throw new RefusalError("roster.not-open", refusals.notOpen());
  return draft;
}
