import type { RulingsInForce } from "../definition/rulings-in-force.ts";
import type { Context } from "../engine/context.ts";
import { extend } from "../engine/feature.ts";
import { rulingEffects } from "../ruling/extension-points.ts";
import { followEffects } from "../ruling/follow-effects.ts";
import { selectionChanged } from "./events.ts";
import { keptCases } from "./kept.ts";
import { isRefused, limitsOf, misfitsOf } from "./limits.ts";
import { effectsPhrases as phrases } from "./phrases-effects.ts";
import { latestSelection } from "./store.ts";
import { wordsOf } from "./words.ts";

/** A selection on its way whose number would not be allowed; what is published stays. */
async function numberEffects(context: Context, after: RulingsInForce): Promise<readonly string[]> {
  const { campaign, tx } = context;
  const { definition } = campaign;
  const selection = await latestSelection(tx, campaign.id);
  if (!selection || !["proposed", "approved", "reopened"].includes(selection.state)) return [];
  const selected = selection.items.filter((one) => one.selected);
  const chosen = await keptCases(context, selected, selection.recordedAt);
  const refused = misfitsOf(limitsOf(definition, after), chosen).filter(isRefused);
  const words = wordsOf(definition);
  return refused.length > 0 ? [phrases.numberUnfit(selection.version, words.cases(selected.length), words)] : [];
}

export const selectionEffects = [extend(rulingEffects("numberSelected"), numberEffects)];
export const selectionEffectsFollow = followEffects(selectionChanged, ["numberSelected"]);
