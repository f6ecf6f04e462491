import { dayOf } from "../../shared/civil-date.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import { districtsOn, lowerDistricts } from "../definition/districts.ts";
import { districtsOf } from "../directory/member.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { Context, PersonContext } from "../engine/context.ts";
import type { CommandRequest } from "../engine/feature.ts";
import { applicationPhrases } from "./phrases.ts";

/** The districts whose applications the person fills in. */
export const ownDistricts = ({ campaign, person }: PersonContext): readonly string[] =>
  districtsOf(campaign.definition, person);

/** The districts in which cases apply today: not those above others, not one that is merged or still to come. */
export function applyingDistricts({ campaign: { definition }, now }: Pick<Context, "campaign" | "now">): string[] {
  const ofToday = new Set(districtsOn(definition, dayOf(now)).map(({ id }) => id));
  return lowerDistricts(definition)
    .map(({ id }) => id)
    .filter((id) => ofToday.has(id));
}

export const districtName = ({ campaign }: Pick<Context, "campaign">, id: string): string =>
  campaign.definition.campaign.districts.find((district) => district.id === id)?.name ?? id;

/** The work asked for: its word, and the districts in which it is done. */
export interface DistrictWork {
  word: string;
  among: readonly string[];
}

/**
 * The district a person works on: the pressed button's, or the one named after the command. Someone with a single
 * district need not name it.
 * @throws {RefusalError} when it is not clear which
 */
export function workDistrict(
  context: PersonContext,
  { subject, words }: CommandRequest,
  { word, among }: DistrictWork,
): string {
  const nouns = nounsOf(context.campaign.definition);
  const own = ownDistricts(context);
  const nameOf = (id: string) => districtName(context, id);
  if (own.length === 0) throw new RefusalError("application.no-district", applicationPhrases.noDistrict(word, nouns));
  const fitting = own.filter((id) => among.includes(id));
  const named = fitting.filter((id) => id === subject || words.includes(nameOf(id)));
  const [district] = named.length > 0 ? named : fitting;
  if (district === undefined) {
    throw new RefusalError("application.other-district", applicationPhrases.otherDistrict(word, own.map(nameOf)));
  }
  if (fitting.length > 1 && named.length !== 1) {
    const sentence = applicationPhrases.whichDistrict(word, fitting.map(nameOf), nouns);
    throw new RefusalError("application.which-district", sentence);
  }
  return district;
}
