import { districtName } from "../../definition/districts.ts";
import type { RulingsInForce } from "../../definition/rulings-in-force.ts";
import type { Decision } from "../../definition/schema/decisions.ts";
import { type Nouns, nounsOf } from "../../directory/nouns.ts";
import type { Context } from "../../engine/context.ts";
import { extend } from "../../engine/feature.ts";
import { referenceListApplied } from "../../reference-list/events.ts";
import { rulingEffects } from "../../ruling/extension-points.ts";
import { followEffects } from "../../ruling/follow-effects.ts";
import { effectPhrases } from "../../ruling/phrases-effects.ts";
import { applicationSubmitted, applicationWithdrawn } from "../events.ts";
import { applicationsOf } from "../store.ts";
import { requirementsAnswered } from "./events.ts";
import { requirementPhrases as phrases } from "./phrases.ts";
import type { ClauseRow } from "./requirements.ts";
import { type CaseStanding, standingsOf } from "./standing.ts";

const ON_REQUIREMENTS: readonly Decision[] = [
  ...(["cityShare", "excludingRequirements", "ownersBodies", "penaltyWindow", "serviceWindow"] as const),
];

/** Clauses of a case that would stand otherwise. */
export const changedClauses = (
  before: readonly ClauseRow[],
  after: readonly ClauseRow[],
): { id: string; from: ClauseRow["standing"]; to: ClauseRow["standing"] }[] =>
  after.flatMap(({ id, standing: to }) => {
    const from = before.find((row) => row.id === id)?.standing;
    return from === undefined || from === to ? [] : [{ id, from, to }];
  });

async function clauseEffects(context: Context, after: RulingsInForce): Promise<readonly string[]> {
  const { campaign, tx } = context;
  const { definition } = campaign;
  const applications = await applicationsOf(tx, campaign.id, { states: ["submitted"] });
  const now = await standingsOf(context, applications);
  const then = await standingsOf({ ...context, rulings: after }, applications);
  const words = applications.flatMap(({ id, district, compoundName }) => {
    const changes = changesOf(now.get(id), then.get(id), nounsOf(definition));
    return changes.length > 0
      ? [phrases.wouldChange(effectPhrases.case(districtName(definition, district), compoundName), changes)]
      : [];
  });
  return words.length > 0 ? [effectPhrases.names(words, nounsOf(definition).measure)] : [];
}

function changesOf(before: CaseStanding | undefined, after: CaseStanding | undefined, nouns: Nouns): string[] {
  if (!before || !after) return [];
  const excluding = (standing: CaseStanding): string[] => standing.gate.excluding.map(({ id }) => id);
  const [from, to] = [excluding(before), excluding(after)];
  return [
    ...changedClauses(before.rows, after.rows).map((change) => phrases.clauseChange(change, nouns)),
    ...(from.join() === to.join() ? [] : [phrases.excludingChange(to, nouns)]),
  ];
}

export const requirementEffects = ON_REQUIREMENTS.map((decision) => extend(rulingEffects(decision), clauseEffects));

export const requirementEffectsFollow = [
  followEffects(requirementsAnswered, ON_REQUIREMENTS),
  followEffects(referenceListApplied, ON_REQUIREMENTS),
  followEffects(applicationSubmitted, ON_REQUIREMENTS),
  followEffects(applicationWithdrawn, ON_REQUIREMENTS),
];
