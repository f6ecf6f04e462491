import { caseNames } from "../application/ruling-effects.ts";
import { applicationsOf } from "../application/store.ts";
import type { RulingsInForce } from "../definition/rulings-in-force.ts";
import type { Context } from "../engine/context.ts";
import { extend } from "../engine/feature.ts";
import { rulingEffects } from "../ruling/extension-points.ts";
import { followEffects, marksThatStay } from "../ruling/follow-effects.ts";
import { sheetEvents } from "../scoring/events.ts";
import { sheetsOf } from "../scoring/store.ts";
import { reviewDeadline } from "./lateness.ts";
import { reviewPhrases as phrases } from "./phrases.ts";

/** Finalized reviews whose mark of lateness would be another one. */
async function lateEffects(context: Context, after: RulingsInForce): Promise<readonly string[]> {
  const { tx, campaign } = context;
  const sheets = await sheetsOf(tx, { campaignId: campaign.id, ledger: "district" });
  const finalized = (await applicationsOf(tx, campaign.id, { states: ["submitted"] })).flatMap((application) => {
    const { finalizedAt: at, late = false } = sheets.get(application.id) ?? {};
    return at
      ? [{ application, at, name: application.id, lateness: late ? ("late" as const) : ("inTime" as const) }]
      : [];
  });
  const named = finalized.flatMap((one) => {
    const deadline = reviewDeadline(context, after, one.application.district);
    return deadline && marksThatStay([one], deadline).length > 0 ? [one.application] : [];
  });
  return named.length > 0 ? [phrases.marksStay(caseNames(context, named))] : [];
}

export const reviewEffects = [extend(rulingEffects("stageCloses"), lateEffects)];
export const followReviews = sheetEvents.map((type) => followEffects(type, ["stageCloses"]));
