import { dayOf } from "../../shared/civil-date.ts";
import type { RulingsInForce } from "../definition/rulings-in-force.ts";
import { dayWordsIn } from "../definition/wording.ts";
import type { Context } from "../engine/context.ts";
import { extend } from "../engine/feature.ts";
import { rulingEffects } from "../ruling/extension-points.ts";
import { followEffects } from "../ruling/follow-effects.ts";
import { publicationWaitsChanged, selectionChanged } from "../selection/events.ts";
import { effectsPhrases as phrases } from "../selection/phrases-effects.ts";
import { noticePeriod, openRuling } from "../selection/rules.ts";
import { latestSelection } from "../selection/store.ts";
import { wordsOf } from "../selection/words.ts";
import { waitPhrases } from "./phrases.ts";
import { firstDayOf } from "./rules.ts";
import { noticeOf } from "./store.ts";

/** The first day on which an approved list can be published; what is published stays. */
async function effects(context: Context, after: RulingsInForce): Promise<readonly string[]> {
  const { campaign, tx, rulings, now } = context;
  const { definition, calendar } = campaign;
  const selection = await latestSelection(tx, campaign.id);
  if (selection?.state !== "approved") return [];
  const notice = await noticeOf(context, selection.version);
  const dayUnder = (under: RulingsInForce): string | undefined => {
    if (openRuling(definition, "noticePeriod", under)) return undefined;
    const period = noticePeriod(definition, under);
    if (!notice && period.days > 0) return waitPhrases.first(period);
    const first = firstDayOf(period, { notice, calendar, today: dayOf(now) });
    return first === undefined ? phrases.atOnce() : phrases.fromDay(dayWordsIn(definition, first));
  };
  const [from, to] = [dayUnder(rulings), dayUnder(after)];
  if (from === to || to === undefined) return [];
  return [phrases.firstDay(selection.version, { from, to }, wordsOf(definition))];
}

export const noticeEffects = extend(rulingEffects("noticePeriod"), effects);
export const noticeEffectsFollow = [
  followEffects(selectionChanged, ["noticePeriod"]),
  followEffects(publicationWaitsChanged, ["noticePeriod"]),
];
