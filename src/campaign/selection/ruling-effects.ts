import type { RulingsInForce } from "../definition/rulings-in-force.ts";
import type { Decision } from "../definition/schema/decisions.ts";
import type { Context } from "../engine/context.ts";
import { extend } from "../engine/feature.ts";
import { rulingEffects } from "../ruling/extension-points.ts";
import { followEffects } from "../ruling/follow-effects.ts";
import { changesSince } from "./changed.ts";
import { consequencesOf } from "./changes.ts";
import { selectionChanged } from "./events.ts";
import { keptCases } from "./kept.ts";
import { isRefused, limitsOf, misfitsOf } from "./limits.ts";
import { decisionName } from "./phrases.ts";
import { effectsPhrases as phrases } from "./phrases-effects.ts";
import { reservePhrases } from "./phrases-reserves.ts";
import { reservesAllowed, reservesOf } from "./reserves.ts";
import { stepOfSelection } from "./rules.ts";
import type { SelectionState } from "./selection.ts";
import { latestSelection } from "./store.ts";
import { wordsOf } from "./words.ts";

const ON_ITS_WAY: readonly SelectionState[] = ["proposed", "approved", "reopened"];

/** A selection on its way whose number would not be allowed; what is published stays. */
async function numberEffects(context: Context, after: RulingsInForce): Promise<readonly string[]> {
  const { campaign, tx } = context;
  const { definition } = campaign;
  const selection = await latestSelection(tx, campaign.id);
  if (!selection || !ON_ITS_WAY.includes(selection.state)) return [];
  const selected = selection.items.filter((one) => one.selected);
  const chosen = await keptCases(context, selected, selection.recordedAt);
  const refused = misfitsOf(limitsOf(definition, after), chosen).filter(isRefused);
  const words = wordsOf(definition);
  return refused.length > 0 ? [phrases.numberUnfit(selection.version, words.cases(selected.length), words)] : [];
}

/** A selection on its way with more reserves than there would be. */
async function reserveEffects(context: Context, after: RulingsInForce): Promise<readonly string[]> {
  const { definition } = context.campaign;
  const selection = await latestSelection(context.tx, context.campaign.id);
  if (!selection || !ON_ITS_WAY.includes(selection.state)) return [];
  const [count, most] = [reservesOf(selection.items).length, reservesAllowed(definition, after)];
  const words = wordsOf(definition);
  return count > most ? [reservePhrases.effect(decisionName(selection.version, words), count, most, words)] : [];
}

/** A selection that would have to be approved anew, because the order it rests on becomes another one. */
async function orderEffects(context: Context, after: RulingsInForce): Promise<readonly string[]> {
  const selection = await latestSelection(context.tx, context.campaign.id);
  const step = selection && stepOfSelection(selection);
  if (!selection || !step || (selection.state !== "proposed" && selection.state !== "approved")) return [];
  const changes = await changesSince({ ...context, rulings: after }, selection);
  if (!consequencesOf(changes, step).some(({ mend }) => mend === "reapproval")) return [];
  const words = wordsOf(context.campaign.definition);
  return [phrases.reapproval(decisionName(selection.version, words), words)];
}

const ON_ORDER = ["tieLadder", "rankingBasis", "teamScore"] as const satisfies readonly Decision[];

export const selectionEffects = [
  ...ON_ORDER.map((decision) => extend(rulingEffects(decision), orderEffects)),
  extend(rulingEffects("numberSelected"), numberEffects),
  extend(rulingEffects("reserves"), reserveEffects),
];
export const selectionEffectsFollow = followEffects(selectionChanged, ["numberSelected", "reserves", ...ON_ORDER]);
