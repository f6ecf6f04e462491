import { readScoreLine } from "../../platform/conversation/score-line.ts";
import { understood } from "../engine/dispatch/extension-points.ts";
import { extend } from "../engine/feature.ts";
import { lineRules } from "../scoring/line-rules.ts";
import { readFindings } from "../scoring/read-findings.ts";
import { verificationPhrases as phrases } from "./phrases.ts";
import { sitesOf } from "./which-site.ts";

/** Points that are sent while no sheet is open: none were recorded, and it is said. */
export const pointsWithoutSheet = extend(understood, async (context, { person, text, place }) => {
  if (place !== "direct" || (await sitesOf(context, person.staffId, { ever: true })).length === 0) return undefined;
  const line = readScoreLine(lineRules(context.campaign.definition, context.rulings), text);
  const isPoints = line.kind === "points" || line.kind === "rest" || readFindings(text).given.length > 0;
  return isPoints ? phrases.notOpen(text) : undefined;
});
