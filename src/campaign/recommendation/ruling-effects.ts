import type { Application } from "../application/application.ts";
import { applicationSubmitted, applicationWithdrawn } from "../application/events.ts";
import { requirementsAnswered } from "../application/requirements/events.ts";
import { standingsOf } from "../application/requirements/standing.ts";
import { caseNames } from "../application/ruling-effects.ts";
import { applicationsOf } from "../application/store.ts";
import { deadlineOf } from "../definition/deadlines.ts";
import { districtName } from "../definition/districts.ts";
import { decided } from "../definition/purposes.ts";
import type { RulingsInForce } from "../definition/rulings-in-force.ts";
import { deadlineContext } from "../definition/running-campaign.ts";
import type { Decision } from "../definition/schema/decisions.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { Context } from "../engine/context.ts";
import { extend } from "../engine/feature.ts";
import { referenceListApplied } from "../reference-list/events.ts";
import { rulingEffects } from "../ruling/extension-points.ts";
import { followEffects, marksThatStay } from "../ruling/follow-effects.ts";
import { effectPhrases } from "../ruling/phrases-effects.ts";
import { listConfirmed } from "./events.ts";
import { listDeliverable } from "./levels.ts";
import { rulesFor, unclearBlocks } from "./list-words.ts";
import { misfitsOf } from "./numbers.ts";
import { recommendationPhrases as phrases } from "./phrases.ts";
import { listsInForce, type RecommendationList } from "./store.ts";

/** Lists in force, in the definition's order. */
async function listsOf({ campaign, tx }: Context): Promise<RecommendationList[]> {
  const lists = await listsInForce(tx, campaign.id);
  return campaign.definition.campaign.districts.flatMap(({ id }) => lists.get(id) ?? []);
}

/** Lists in force that are longer than the answer allows; they stay until the district withdraws them. */
async function maximumEffects(context: Context, after: RulingsInForce): Promise<readonly string[]> {
  const { campaign } = context;
  const lists = await listsOf(context);
  const over = lists.filter(({ district, items }) => {
    const ruled = rulesFor({ campaign, rulings: after }, district).filter(({ ruling }) => ruling !== undefined);
    return misfitsOf(
      ruled,
      items.map(() => undefined),
    ).some(({ fit }) => fit === "tooMany");
  });
  const nouns = nounsOf(campaign.definition);
  const named = over.map(
    ({ district, items }) => `${districtName(campaign.definition, district)}${nouns.cases(items.length)}`,
  );
  return named.length > 0 ? [phrases.overMaximum(effectPhrases.names(named, nouns.districtMeasure))] : [];
}

/** Lists whose mark of lateness would be another one. */
async function dueEffects(context: Context, after: RulingsInForce): Promise<readonly string[]> {
  const { campaign } = context;
  const { definition } = campaign;
  const lists = await listsOf(context);
  const stay = lists.flatMap(({ district, confirmedAt, lateness, late }) => {
    const deliverable = listDeliverable(definition, district);
    const mark = lateness ?? (late ? ("late" as const) : ("inTime" as const));
    const marked = { name: districtName(definition, district), at: confirmedAt, lateness: mark };
    return deliverable
      ? marksThatStay([marked], deadlineOf(deadlineContext(campaign, after, district), deliverable.id)).map(
          ({ name }) => name,
        )
      : [];
  });
  const word = definition.campaign.deliverables.find(({ purpose }) => purpose === "list")?.name ?? "";
  const { districtMeasure } = nounsOf(definition);
  return stay.length > 0 ? [effectPhrases.marksStay(word, effectPhrases.names(stay, districtMeasure))] : [];
}

/** Cases with a pending declaration or requirement: whether they can be recommended and published. */
async function pendingEffects(context: Context, after: RulingsInForce): Promise<readonly string[]> {
  const { campaign, tx, rulings } = context;
  const { definition } = campaign;
  const applications = await applicationsOf(tx, campaign.id, { states: ["submitted"] });
  const standings = await standingsOf(context, applications);
  const pending = applications.filter(
    ({ id, declaration }) => declaration === "unclear" || (standings.get(id)?.gate.unclear.length ?? 0) > 0,
  );
  if (pending.length === 0) return [];
  const lists = await listsInForce(tx, campaign.id);
  const listed = new Set([...lists.values()].flatMap(({ items }) => items.map(({ applicationId }) => applicationId)));
  const blocked = unclearBlocks({ campaign, rulings: after });
  const publishes = (under: RulingsInForce): boolean =>
    decided(definition, "undecidedRequirement", under).atPublication === "warn";
  const named = (cases: readonly Application[]): string => caseNames(context, cases);
  const [on, off] = [true, false].map((wanted) => pending.filter(({ id }) => listed.has(id) === wanted));
  const atList = blocked !== unclearBlocks({ campaign, rulings });
  return [
    ...(atList && off && off.length > 0 ? [phrases.pendingAtList(named(off), blocked)] : []),
    ...(atList && blocked && on && on.length > 0 ? [phrases.pendingListed(named(on))] : []),
    ...(publishes(after) === publishes(rulings)
      ? []
      : [phrases.pendingAtPublication(named(pending), publishes(after))]),
  ];
}

const ON_LISTS: readonly Decision[] = ["listDue", "maximumPerDistrict", "undecidedRequirement"];

export const listEffects = [
  extend(rulingEffects("maximumPerDistrict"), maximumEffects),
  extend(rulingEffects("listDue"), dueEffects),
  extend(rulingEffects("undecidedRequirement"), pendingEffects),
];

export const listEffectsFollow = [
  followEffects(listConfirmed, ON_LISTS),
  followEffects(applicationSubmitted, ["undecidedRequirement"]),
  followEffects(applicationWithdrawn, ["undecidedRequirement"]),
  followEffects(requirementsAnswered, ["undecidedRequirement"]),
  followEffects(referenceListApplied, ["undecidedRequirement"]),
];
