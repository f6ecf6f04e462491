import { dayOf } from "../../shared/civil-date.ts";
import { applicationSubmitted, applicationWithdrawn } from "../application/events.ts";
import type { Definition } from "../definition/definition.ts";
import { districtName } from "../definition/districts.ts";
import type { RulingsInForce } from "../definition/rulings-in-force.ts";
import type { Decision } from "../definition/schema/decisions.ts";
import { countedDistricts } from "../directory/expected-districts.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { Context } from "../engine/context.ts";
import { extend } from "../engine/feature.ts";
import { recusalChanged } from "../evaluation-team/events.ts";
import { listConfirmed } from "../recommendation/events.ts";
import { referenceListApplied } from "../reference-list/events.ts";
import { rulingEffects } from "../ruling/extension-points.ts";
import { followEffects } from "../ruling/follow-effects.ts";
import { effectPhrases } from "../ruling/phrases-effects.ts";
import { sheetEvents } from "../scoring/events.ts";
import { assignmentsChanged } from "../site-visit/events.ts";
import { cityFiguresChanged } from "../verification/events.ts";
import { rankedBy } from "./city-figures.ts";
import { jointRanking } from "./joint-ranking.ts";
import { ladderOf } from "./ladder.ts";
import { effectsPhrases as phrases } from "./phrases-effects.ts";
import type { Place, ScoredCompound } from "./ranking.ts";
import { basisOf, competing, offersRanking, placesOf } from "./rules.ts";
import { scoredCompounds } from "./summary.ts";

/** A compound whose place would be another one. */
export interface Moved {
  compound: ScoredCompound;
  from: Place;
  to: Place;
}

/** Compounds with another place among the same ones, in order of the new places. */
export function movedPlaces(
  compounds: readonly ScoredCompound[],
  before: ReadonlyMap<string, Place>,
  after: ReadonlyMap<string, Place>,
): Moved[] {
  return compounds
    .flatMap((compound): Moved[] => {
      const [from, to] = [before.get(compound.applicationId), after.get(compound.applicationId)];
      if (!from || !to || (from.rank === to.rank && from.joint === to.joint)) return [];
      return [{ compound, from, to }];
    })
    .sort((a, b) => a.to.rank - b.to.rank);
}

/** Places under another tie ladder; without a joint ranking none changes. */
async function ladderEffects(context: Context, after: RulingsInForce): Promise<readonly string[]> {
  const { definition } = context.campaign;
  if (!offersRanking(definition)) return [];
  const basis = basisOf(definition, after);
  const ranked = competing(await scoredCompounds(context)).flatMap((one) => rankedBy(one, basis) ?? []);
  const [now, then] = [context.rulings, after].map((under) => placesOf(ranked, ladderOf(definition, under)));
  return now && then ? movedWords(definition, movedPlaces(ranked, now, then)) : [];
}

/** The joint ranking appears, becomes another one, or goes because the city has no points yet. */
async function basisEffects(context: Context, after: RulingsInForce): Promise<readonly string[]> {
  const { definition } = context.campaign;
  const [from, to] = [basisOf(definition, context.rulings), basisOf(definition, after)];
  if (!offersRanking(definition) || from === to || to === "open") return [];
  const all = competing(await scoredCompounds(context));
  if (all.length === 0) return [];
  const nouns = nounsOf(definition);
  const [before, then] = [context.rulings, after].map((rulings) =>
    jointRanking({ campaign: context.campaign, rulings }, all),
  );
  const ranked = then?.ranked.length ?? 0;
  if (to === "city" && ranked === 0) return [phrases.unranked(nouns.cases(all.length), nouns)];
  const isVerified = all.some(({ verified }) => verified !== undefined);
  const appears = before?.ranked.length === 0;
  const moved = before && then ? movedWords(definition, movedPlaces(all, before.places, then.places)) : [];
  return [
    ...(to === "district" && appears ? [phrases.ranked(nouns.cases(all.length), { isVerified, nouns })] : []),
    ...(to === "city" ? [phrases.rankedByCity(ranked, all.length - ranked, nouns)] : []),
    ...moved,
  ];
}

function movedWords(definition: Definition, moved: readonly Moved[]): string[] {
  const { measure } = nounsOf(definition);
  const words = moved.map(({ compound, from, to }) =>
    phrases.moved(effectPhrases.case(districtName(definition, compound.district), compound.name), from, to),
  );
  return words.length > 0 ? [phrases.places(effectPhrases.names(words, measure))] : [];
}

/** Districts that come in or go, and what they have handed in. */
async function districtEffects(context: Context, after: RulingsInForce): Promise<readonly string[]> {
  const { campaign, rulings, now } = context;
  const { definition } = campaign;
  const [before = [], then = []] = [rulings, after].map((under) =>
    countedDistricts(definition, under, dayOf(now)).map(({ id }) => id),
  );
  const nouns = nounsOf(definition);
  const names = (ids: readonly string[]): string =>
    effectPhrases.names(
      ids.map((id) => districtName(definition, id)),
      nouns.districtMeasure,
    );
  const [out, into] = [before.filter((id) => !then.includes(id)), then.filter((id) => !before.includes(id))];
  return [
    ...(out.length > 0 ? [phrases.districtsOut(names(out))] : []),
    ...(into.length > 0 ? [phrases.districtsIn(names(into), nouns)] : []),
  ];
}

const ON_PLACES: readonly Decision[] = ["tieLadder", "rankingBasis"];

export const rankingEffects = [
  extend(rulingEffects("tieLadder"), ladderEffects),
  extend(rulingEffects("rankingBasis"), basisEffects),
  extend(rulingEffects("countedDistricts"), districtEffects),
  // Whether ranked points may be shown changes nothing of what has been handed in.
  extend(rulingEffects("earlyDisclosure"), async () => []),
];

export const rankingEffectsFollow = [
  followEffects(listConfirmed, ON_PLACES),
  ...sheetEvents.map((type) => followEffects(type, ON_PLACES)),
  followEffects(applicationSubmitted, ON_PLACES),
  followEffects(applicationWithdrawn, ON_PLACES),
  followEffects(cityFiguresChanged, ON_PLACES),
  followEffects(recusalChanged, ON_PLACES),
  followEffects(assignmentsChanged, ON_PLACES),
  followEffects(referenceListApplied, ON_PLACES),
];
