import { hasRecommendation } from "../application/offered.ts";
import { applicationsOf } from "../application/store.ts";
import { districtsOf, mayMember } from "../directory/member.ts";
import { pastedFor } from "../engine/dispatch/extension-points.ts";
import { extend } from "../engine/feature.ts";
import { readOrderRows } from "./order-rows.ts";
import { recommendationPhrases as phrases } from "./phrases.ts";

/** What is said of a case by an office or a clause is no reason of its place. */
const OF_OTHERS = /同意|异议|属实|不符合|均符合|\d{1,2}-\d{1,2}/u;

/** Whether the text is a list of cases with their reasons, one a line: at least two of these. */
export function isListOfCases(text: string, names: readonly string[]): boolean {
  if (OF_OTHERS.test(text) || !text.trim().includes("\n")) return false;
  const read = readOrderRows(text, names);
  return read !== undefined && (read.order.kind === "unknown" || read.reasons.size > 1);
}

/** A list that was pasted without the command. */
export const pastedList = extend(pastedFor, async ({ campaign, tx }, { text, person }) => {
  const { definition } = campaign;
  if (!hasRecommendation(definition) || !mayMember(definition, person, "recommendation.submit")) return undefined;
  const own = districtsOf(definition, person);
  const cases = await applicationsOf(tx, campaign.id, { states: ["submitted"] });
  const names = cases.filter(({ district }) => own.includes(district)).map(({ compoundName }) => compoundName);
  return isListOfCases(text, names) ? [{ name: phrases.word(), typed: `${phrases.word()} ${text.trim()}` }] : undefined;
});
