import { caseNames } from "../application/ruling-effects.ts";
import { rubricTotal } from "../definition/rubric-points.ts";
import type { RulingsInForce } from "../definition/rulings-in-force.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { Context } from "../engine/context.ts";
import { extend } from "../engine/feature.ts";
import { rulingEffects } from "../ruling/extension-points.ts";
import { followEffects } from "../ruling/follow-effects.ts";
import { sheetEvents } from "../scoring/events.ts";
import { cityPhrases } from "./city-phrases.ts";
import { cityLedger } from "./ledger.ts";
import { ownPoints } from "./rules.ts";

/** Cases whose city total would be another one. */
async function teamScoreEffects(context: Context, after: RulingsInForce): Promise<readonly string[]> {
  const { rubric } = context.campaign.definition;
  const [now, then] = [await cityLedger(context), await cityLedger({ ...context, rulings: after })];
  const moved = [...now.values()].filter((one) => {
    const other = then.get(one.caseId);
    return other && rubricTotal(rubric, ownPoints(one.rows)).total !== rubricTotal(rubric, ownPoints(other.rows)).total;
  });
  return moved.length === 0
    ? []
    : [
        cityPhrases.totalsMove(
          caseNames(
            context,
            moved.map(({ application }) => application),
          ),
          nounsOf(context.campaign.definition),
        ),
      ];
}

export const verificationEffects = [extend(rulingEffects("teamScore"), teamScoreEffects)];
export const followVerification = sheetEvents.map((type) => followEffects(type, ["teamScore"]));
