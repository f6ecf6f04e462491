import type { RulingsInForce } from "../../definition/rulings-in-force.ts";
import { dayWordsIn } from "../../definition/wording.ts";
import type { Context } from "../../engine/context.ts";
import { extend } from "../../engine/feature.ts";
import { rulingEffects } from "../../ruling/extension-points.ts";
import { followEffects } from "../../ruling/follow-effects.ts";
import { selectionChanged } from "../events.ts";
import { effectsPhrases as phrases } from "../phrases-effects.ts";
import { openRuling } from "../rules.ts";
import { latestSelection } from "../store.ts";
import { wordsOf } from "../words.ts";
import { firstDay } from "./publication.ts";

/** The first day on which an approved list can be published; what is published stays. */
async function noticeEffects(context: Context, after: RulingsInForce): Promise<readonly string[]> {
  const { campaign, tx, rulings } = context;
  const { definition } = campaign;
  const selection = await latestSelection(tx, campaign.id);
  if (selection?.state !== "approved") return [];
  const dayUnder = (under: RulingsInForce): string | undefined => {
    if (openRuling(definition, "noticePeriod", under)) return undefined;
    const first = firstDay({ campaign, rulings: under }, selection);
    return first === undefined ? phrases.atOnce() : phrases.fromDay(dayWordsIn(definition, first));
  };
  const [from, to] = [dayUnder(rulings), dayUnder(after)];
  if (from === to || to === undefined) return [];
  return [phrases.firstDay(selection.version, { from, to }, wordsOf(definition))];
}

export const publicationEffects = [extend(rulingEffects("noticePeriod"), noticeEffects)];
export const publicationEffectsFollow = [followEffects(selectionChanged, ["noticePeriod"])];
