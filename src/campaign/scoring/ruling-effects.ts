import { applicationSubmitted, applicationWithdrawn } from "../application/events.ts";
import { caseNames } from "../application/ruling-effects.ts";
import { applicationsOf } from "../application/store.ts";
import type { RulingsInForce } from "../definition/rulings-in-force.ts";
import type { Decision } from "../definition/schema/decisions.ts";
import type { Context } from "../engine/context.ts";
import { extend } from "../engine/feature.ts";
import { rulingEffects } from "../ruling/extension-points.ts";
import { followEffects } from "../ruling/follow-effects.ts";
import { sheetEvents } from "./events.ts";
import { scoringPhrases as phrases } from "./phrases.ts";
import { isFinalized, pointRulesIn, unfitRows } from "./points.ts";
import { sheetsOf } from "./store.ts";

const ON_POINTS: readonly Decision[] = ["pointStep", "allOrNothing"];

/** Points that the new rules would not allow: open sheets give them anew, finalized ones keep them. */
async function pointEffects(context: Context, after: RulingsInForce): Promise<readonly string[]> {
  const { tx, campaign } = context;
  const { definition } = campaign;
  const rules = pointRulesIn(definition, after);
  const sheets = await sheetsOf(tx, { campaignId: campaign.id, ledger: "district" });
  const unfit = (await applicationsOf(tx, campaign.id, { states: ["submitted"] })).flatMap((application) => {
    const sheet = sheets.get(application.id);
    const rows = sheet ? unfitRows(definition.rubric, sheet, rules) : [];
    return rows.length > 0 ? [{ application, rows, final: isFinalized(sheet) }] : [];
  });
  const [final, open] = [true, false].map((wanted) => unfit.filter((one) => one.final === wanted));
  return [
    ...(open ?? []).map(({ application, rows }) => phrases.pointsAnew(caseNames(context, [application]), rows)),
    ...(final && final.length > 0
      ? [
          phrases.pointsKept(
            caseNames(
              context,
              final.map(({ application }) => application),
            ),
          ),
        ]
      : []),
  ];
}

export const pointEffectsTold = ON_POINTS.map((decision) => extend(rulingEffects(decision), pointEffects));

export const pointEffectsFollow = [
  ...sheetEvents.map((type) => followEffects(type, ON_POINTS)),
  followEffects(applicationSubmitted, ON_POINTS),
  followEffects(applicationWithdrawn, ON_POINTS),
];
