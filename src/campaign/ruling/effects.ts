import { lastDayInTime } from "../definition/deadlines.ts";
import { rulingById } from "../definition/rulings-in-force.ts";
import type { Decision } from "../definition/schema/decisions.ts";
import type { RulingValue } from "../definition/schema/rulings.ts";
import type { Context } from "../engine/context.ts";
import { isEnforced } from "./enforcement.ts";
import { rulingEffects } from "./extension-points.ts";
import { rulingPhrases } from "./phrases.ts";
import { movesBetween } from "./rules.ts";
import { answerName } from "./ruling.ts";
import { answersOf } from "./store.ts";

interface Proposal {
  ruling: string;
  text: string;
  value?: RulingValue;
}

/**
 * What the answer would change: deadlines, and existing cases as the parts tell. Where the program carries the answer
 * out and nothing changes, that is said; of answers that people carry out nothing is.
 */
export async function effectsOf(context: Context, { ruling, text, value }: Proposal): Promise<readonly string[]> {
  if (!isEnforced(context, ruling)) return [];
  const { campaign, rulings } = context;
  const after = new Map([...rulings, [ruling, { text, ...(value === undefined ? {} : { value }) }]]);
  const moves = movesBetween(campaign, rulings, after).map(({ name, from, to }) => {
    if (from.statedOn !== to.statedOn) return rulingPhrases.moves(name, from.statedOn, to.statedOn);
    if (from.binding !== to.binding) return rulingPhrases.bindingMoves(name, to.binding);
    return rulingPhrases.lateMoves(name, lastDayInTime(to));
  });
  const { decides } = rulingById(campaign.definition, ruling);
  const ofParts = decides ? await context.contributions(rulingEffects(decides), after) : [];
  const all = [...moves, ...ofParts.flat()];
  return all.length > 0 ? all : [rulingPhrases.changesNothing()];
}

/** Answers that wait, to one of the decisions: `R14@2`. */
export async function waitingFor({ tx, campaign }: Context, decisions: readonly Decision[]): Promise<string[]> {
  const answers = await answersOf(tx, campaign.id);
  return answers
    .filter(({ state }) => state === "pending")
    .filter(({ ruling }) => {
      const { decides } = rulingById(campaign.definition, ruling);
      return decides !== undefined && decisions.includes(decides);
    })
    .map(answerName);
}
