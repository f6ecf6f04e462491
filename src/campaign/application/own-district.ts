import { Refusal } from "../../shared/refusal.ts";
import { districtsOf } from "../directory/member.ts";
import type { PersonTurn } from "../engine/feature.ts";
import { applicationPhrases } from "./phrases.ts";

/** The districts whose applications the person fills in. */
export const ownDistricts = ({ campaign, person }: PersonTurn): readonly string[] =>
  districtsOf(campaign.definition, person);

export const districtName = ({ campaign }: PersonTurn, id: string): string =>
  campaign.definition.campaign.districts.find((district) => district.id === id)?.name ?? id;

/**
 * The district a person works on. Someone with several names it.
 * @param words what was said after the command; may hold a district's name
 * @throws {Refusal} when it is not clear which
 */
export function workDistrict(turn: PersonTurn, words: string): string {
  const own = ownDistricts(turn);
  const named = own.filter((id) => words.includes(districtName(turn, id)));
  const [district] = named.length > 0 ? named : own;
  if (district === undefined) throw new Refusal("application.no-district", applicationPhrases.noDistrict());
  if (own.length > 1 && named.length !== 1) {
    throw new Refusal(
      "application.which-district",
      applicationPhrases.whichDistrict(own.map((id) => districtName(turn, id))),
    );
  }
  return district;
}
