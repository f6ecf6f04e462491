import { rulingById } from "../definition/rulings-in-force.ts";
import type { RulingValue } from "../definition/schema/rulings.ts";
import type { Context } from "../engine/context.ts";
import { rulingEffects } from "./extension-points.ts";
import { rulingPhrases } from "./phrases.ts";
import { movesBetween } from "./rules.ts";

interface Proposal {
  ruling: string;
  text: string;
  value?: RulingValue;
}

/** What the answer would change: deadlines, and existing cases as the parts tell. */
export async function effectsOf(context: Context, { ruling, text, value }: Proposal): Promise<readonly string[]> {
  if (value === undefined) return [];
  const { campaign, rulings } = context;
  const after = new Map([...rulings, [ruling, { text, value }]]);
  const moves = movesBetween(campaign, rulings, after).map(({ name, from, to }) => {
    if (from.statedOn !== to.statedOn) return rulingPhrases.moves(name, from.statedOn, to.statedOn);
    if (from.binding !== to.binding) return rulingPhrases.bindingMoves(name, to.binding);
    return rulingPhrases.lateMoves(name, to.lateFrom);
  });
  const { decides } = rulingById(campaign.definition, ruling);
  const ofParts = decides ? await context.contributions(rulingEffects, { decision: decides, after }) : [];
  return [...moves, ...ofParts.flat()];
}
