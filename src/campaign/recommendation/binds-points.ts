import { applicationsOf } from "../application/store.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { Context } from "../engine/context.ts";
import { extend, type Listener, on } from "../engine/feature.ts";
import { partlyOpen } from "../engine/open-parts.ts";
import { pointsBoundBy } from "../preliminary-review/extension-points.ts";
import { REOPENING_CARD } from "../preliminary-review/reopening.ts";
import { SHEET_CARD } from "../preliminary-review/review.ts";
import { listConfirmed, listHoldChanged } from "./events.ts";
import { heldBy } from "./held.ts";
import { areListsFrozen } from "./list-step.ts";
import { recommendationPhrases } from "./phrases.ts";
import { listsInForce } from "./store.ts";

/** A reported list, or 无推荐, binds the points of its district, as 公布 binds those of all. */
export const listBinds = extend(pointsBoundBy, async (context, { district, caseId }) => {
  const nouns = nounsOf(context.campaign.definition);
  if (await areListsFrozen(context)) return recommendationPhrases.publicationBinds(nouns);
  // Points that the city has returned are open again, whatever list is reported.
  const returned = caseId === undefined ? [] : await context.contributions(partlyOpen, { caseId });
  if (returned.some(({ open }) => [...open].some((part) => part.startsWith("points:")))) return undefined;
  const list = (await listsInForce(context.tx, context.campaign.id)).get(district);
  if (!list) return undefined;
  const held = await heldBy(context, list);
  return held === undefined ? recommendationPhrases.listBinds(nouns) : recommendationPhrases.heldListBinds(held, nouns);
});

/** Redraws the sheets of a district, or of all, which lose or regain 重新修改, and the cards that ask for its reason. */
export async function followBinding({ tx, campaign, cards }: Context, district?: string): Promise<void> {
  const cases = await applicationsOf(tx, campaign.id, { district, states: ["submitted"] });
  const kinds = [SHEET_CARD, REOPENING_CARD];
  await cards.refresh(...cases.flatMap(({ id: subject }) => kinds.map((kind) => ({ kind, subject }))));
}

export const onListBinds: Listener = on(listConfirmed, (context, { district }) => followBinding(context, district));

/** Whether the list may be withdrawn first is said beside the points. */
export const onListHold: Listener = on(listHoldChanged, (context, { district }) => followBinding(context, district));
