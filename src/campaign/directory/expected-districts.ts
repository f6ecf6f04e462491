import type { CivilDate } from "../../shared/civil-date.ts";
import type { Definition } from "../definition/definition.ts";
import { districtsOn } from "../definition/districts.ts";
import { type District, decided } from "../definition/purposes.ts";
import type { RulingsInForce } from "../definition/rulings-in-force.ts";

/** Districts included in every count: valid on the day and named by the ruling, if it names any. */
export function countedDistricts(definition: Definition, rulings: RulingsInForce, day: CivilDate): readonly District[] {
  const { districts: named } = decided(definition, "countedDistricts", rulings);
  const ofDay = districtsOn(definition, day);
  return Array.isArray(named) ? ofDay.filter(({ id }) => named.includes(id)) : ofDay;
}

/** Districts that submit lists to the city: those without an upper district. */
export const recommendingToCity = (districts: readonly District[]): readonly District[] =>
  districts.filter(({ within }) => within === undefined);

/** The district and its upper district, in the order lists pass through them. */
export function waysToCity({ campaign: { districts } }: Definition, id: string): readonly string[] {
  const above = districts.find((district) => district.id === id)?.within;
  return above === undefined ? [id] : [id, above];
}
