import { casesOf } from "../../demo/cases.ts";
import { shaoxing } from "../../demo/demonstration.ts";
import { openAnswers } from "../../demo/open-answers.ts";
import { type Cost, costsWhere, plus, TYPING } from "../../src/campaign/administration/usage/costs.ts";
import { measuredCosts } from "../../src/campaign/administration/usage/measured-costs.ts";
import { monthlyCosts } from "../../src/campaign/administration/usage/quota.ts";
import { dayOf } from "../../src/shared/civil-date.ts";
import { END } from "./year.ts";

/**
 * What `npm run quota` reckons for the demonstration's campaign as it is played: every other district types, the papers
 * alone are kept, no photos are sent, and only what the choice waits for is answered.
 */
export function reckonedUsage(): Cost {
  const { definition } = shaoxing();
  const cases = casesOf(definition).length;
  const volume = { cases, photosPerRow: 0, formsEntered: false, rulings: openAnswers(definition, cases).length };
  const until = dayOf(new Date(END));
  const months = monthlyCosts(definition, costsWhere(measuredCosts, TYPING), { ...volume, until });
  return [...months.values()].reduce(plus);
}
