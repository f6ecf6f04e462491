import { dayOf } from "../../shared/civil-date.ts";
import { districtName } from "../definition/districts.ts";
import type { District } from "../definition/purposes.ts";
import { countedDistricts, recommendingToCity } from "../directory/expected-districts.ts";
import { nounsOf } from "../directory/nouns.ts";
import { isAcceptanceOver } from "../engine/acceptance.ts";
import type { Context } from "../engine/context.ts";
import { listsInForce, recommendsNobody } from "../recommendation/store.ts";
import { expectedPhrases } from "./phrases.ts";
import { expectedDistrictsOf } from "./store.ts";

/**
 * Expected and reported lists, by district id, in the definition's order. Everything that counts lists reads this. The
 * number of expected lists does not depend on who has applied.
 */
export interface Awaited {
  expected: readonly string[];
  /** Reported, with or without cases. */
  confirmed: readonly string[];
  /** Those of `confirmed` that state that they recommend nobody (无推荐). */
  nobody: readonly string[];
  missing: readonly string[];
  /** Taken out by the approver. */
  released: readonly string[];
  /** The city's list is published: what is missing is not awaited any more. */
  isOver: boolean;
}

/** Counted districts of today with lists addressed to the city, also those taken out. */
export const expectable = ({ campaign, rulings, now }: Context): readonly District[] =>
  recommendingToCity(countedDistricts(campaign.definition, rulings, dayOf(now)));

export async function awaitedLists(context: Context): Promise<Awaited> {
  const { tx, campaign } = context;
  const ids = expectable(context).map(({ id }) => id);
  const { released: out } = await expectedDistrictsOf(tx, campaign.id);
  const lists = await listsInForce(tx, campaign.id);
  const expected = ids.filter((id) => !out.includes(id));
  const nobody = expected.filter((id) => {
    const list = lists.get(id);
    return list !== undefined && recommendsNobody(list);
  });
  return {
    expected,
    confirmed: expected.filter((id) => lists.has(id)),
    nobody,
    missing: expected.filter((id) => !lists.has(id)),
    released: ids.filter((id) => out.includes(id)),
    isOver: await isAcceptanceOver(context),
  };
}

/** 应报6个，已报5个（其中无推荐1个）: for groups of all districts, without names. */
export const awaitedCounts = ({ campaign }: Pick<Context, "campaign">, awaited: Awaited): string =>
  expectedPhrases.counts(
    { expected: awaited.expected.length, received: awaited.confirmed.length, nobody: awaited.nobody.length },
    nounsOf(campaign.definition),
  );

/** {@link awaitedCounts} with the names of the missing and of those taken out, for the city. */
export function awaitedWords({ campaign }: Pick<Context, "campaign">, awaited: Awaited): string {
  const names = (ids: readonly string[]) => ids.map((id) => districtName(campaign.definition, id));
  const { missing, nobody, released, isOver } = awaited;
  return [
    awaitedCounts({ campaign }, awaited),
    ...(nobody.length > 0 ? [expectedPhrases.nobody(names(nobody))] : []),
    ...(missing.length > 0 ? [expectedPhrases.missing(names(missing), isOver)] : []),
    ...(released.length > 0 ? [expectedPhrases.released(names(released), nounsOf(campaign.definition))] : []),
  ].join("；");
}
