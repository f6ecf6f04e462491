import type { CivilDate } from "../../shared/civil-date.ts";
import type { Definition } from "../definition/definition.ts";
import { districtsOn } from "../definition/districts.ts";
import { type District, decided } from "../definition/purposes.ts";
import type { RulingsInForce } from "../definition/rulings-in-force.ts";

/** The districts that every count is of: those of the day, as far as the ruling on it names them. */
export function countedDistricts(definition: Definition, rulings: RulingsInForce, day: CivilDate): readonly District[] {
  const { districts: named } = decided(definition, "countedDistricts", rulings);
  const ofDay = districtsOn(definition, day);
  return Array.isArray(named) ? ofDay.filter(({ id }) => named.includes(id)) : ofDay;
}

/** The districts whose lists reach the city: not those that recommend to a district above them. */
export const recommendingToCity = (districts: readonly District[]): readonly District[] =>
  districts.filter(({ within }) => within === undefined);

/** The district and the one above it, in the order in which lists pass through them. */
export function waysToCity({ campaign: { districts } }: Definition, id: string): readonly string[] {
  const above = districts.find((district) => district.id === id)?.within;
  return above === undefined ? [id] : [id, above];
}
