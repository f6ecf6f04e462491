import { applicationSubmitted, applicationWithdrawn } from "../application/events.ts";
import { caseNames } from "../application/ruling-effects.ts";
import { applicationsOf } from "../application/store.ts";
import type { RulingsInForce } from "../definition/rulings-in-force.ts";
import type { Context } from "../engine/context.ts";
import { extend } from "../engine/feature.ts";
import { rulingEffects } from "../ruling/extension-points.ts";
import { followEffects } from "../ruling/follow-effects.ts";
import { DECISIONS_ON_POINTS } from "./decisions.ts";
import { sheetEvents } from "./events.ts";
import { scoringPhrases as phrases } from "./phrases.ts";
import { isFinalized, type PointRules, pointRulesIn, unfitRows, widenedRows } from "./points.ts";
import { sheetsOf } from "./store.ts";

/**
 * Points that the new rules would not allow: open sheets give them anew, finalized ones keep them; and zeros that need be
 * none any more.
 */
async function pointEffects(context: Context, after: RulingsInForce): Promise<readonly string[]> {
  const { tx, campaign, rulings } = context;
  const { rubric } = campaign.definition;
  const [from, to] = [rulings, after].map((under) => pointRulesIn(campaign.definition, under)) as [
    PointRules,
    PointRules,
  ];
  const sheets = await sheetsOf(tx, { campaignId: campaign.id, ledger: "district" });
  const scored = (await applicationsOf(tx, campaign.id, { states: ["submitted"] })).flatMap((application) => {
    const sheet = sheets.get(application.id);
    return sheet ? [{ sheet, name: caseNames(context, [application]), application }] : [];
  });
  const unfit = scored.filter(({ sheet }) => unfitRows(rubric, sheet, to).length > 0);
  const final = unfit.filter(({ sheet }) => isFinalized(sheet)).map(({ application }) => application);
  return [
    ...unfit
      .filter(({ sheet }) => !isFinalized(sheet))
      .map(({ sheet, name }) => phrases.pointsAnew(name, unfitRows(rubric, sheet, to))),
    ...(final.length > 0 ? [phrases.pointsKept(caseNames(context, final))] : []),
    ...scored.flatMap(({ sheet, name }) => {
      const rows = widenedRows(rubric, sheet, { from, to });
      return rows.length > 0 ? [phrases.pointsWidened(name, rows, { final: isFinalized(sheet) })] : [];
    }),
  ];
}

export const pointEffectsTold = DECISIONS_ON_POINTS.map((decision) => extend(rulingEffects(decision), pointEffects));

export const pointEffectsFollow = [
  ...sheetEvents.map((type) => followEffects(type, DECISIONS_ON_POINTS)),
  followEffects(applicationSubmitted, DECISIONS_ON_POINTS),
  followEffects(applicationWithdrawn, DECISIONS_ON_POINTS),
];
