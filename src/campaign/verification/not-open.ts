import { readScoreLine } from "../../platform/conversation/score-line.ts";
import { nounsOf } from "../directory/nouns.ts";
import { asksOfState, understood } from "../engine/dispatch/extension-points.ts";
import { extend } from "../engine/feature.ts";
import { speaksOfFindings } from "../scoring/given-findings.ts";
import { lineRules } from "../scoring/line-rules.ts";
import { verificationPhrases as phrases } from "./phrases.ts";
import { unansweredView } from "./unanswered.ts";
import { sitesOf } from "./which-site.ts";

/** Points that are sent while no sheet is open: none were recorded, and it is said. */
export const pointsWithoutSheet = extend(understood, async (context, { person, text, place }) => {
  if (place !== "direct" || (await sitesOf(context, person.staffId, { ever: true })).length === 0) return undefined;
  const line = readScoreLine(lineRules(context.campaign.definition, context.rulings), text);
  const isPoints = line.kind === "points" || line.kind === "rest" || speaksOfFindings(context, text);
  return isPoints ? phrases.notOpen(text, nounsOf(context.campaign.definition)) : undefined;
});

const ASKS =
  /(?:[差缺漏少]|没打|未打|没评|未评).{0,4}(?:哪|什么|几|多少)|(?:哪|什么|几|多少).{0,4}(?:[差缺漏少]|没打|未打|没评|未评)/u;

/** What is missing on the sheet in hand, asked in one's own words. */
export const asksWhatIsMissing = extend(asksOfState, async (_, { text, asker, isCommand }) =>
  isCommand || !ASKS.test(text) ? undefined : unansweredView(asker),
);
