import { dayOf } from "../../shared/civil-date.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import { districtName, districtsOn, lowerDistricts } from "../definition/districts.ts";
import { districtsOf } from "../directory/member.ts";
import { nounsOf } from "../directory/nouns.ts";
import { mayActForDistricts } from "../directory/on-behalf.ts";
import type { Context, PersonContext } from "../engine/context.ts";
import type { CommandRequest } from "../engine/feature.ts";
import { onBehalfPhrases } from "../engine/on-behalf-phrases.ts";
import { applicationPhrases } from "./phrases.ts";

/** Ids of the person's districts. */
export const ownDistricts = ({ campaign, person }: Pick<PersonContext, "campaign" | "person">): readonly string[] =>
  districtsOf(campaign.definition, person);

/** Ids of the districts that accept applications today: lowest level only, without merged and future ones. */
export function applyingDistricts({ campaign: { definition }, now }: Pick<Context, "campaign" | "now">): string[] {
  const ofToday = new Set(districtsOn(definition, dayOf(now)).map(({ id }) => id));
  return lowerDistricts(definition)
    .map(({ id }) => id)
    .filter((id) => ofToday.has(id));
}

export interface DistrictWork {
  /** The command word, e.g. 申报; used in refusals. */
  word: string;
  /** Ids of the districts with this work. */
  among: readonly string[];
}

/**
 * The district to work on: the subject of the pressed button, or the name typed after the command. Optional for people
 * with one district.
 * @throws {RefusalError} if no district or more than one matches
 */
export function workDistrict(
  context: PersonContext,
  { subject, words }: CommandRequest,
  { word, among }: DistrictWork,
): string {
  const nouns = nounsOf(context.campaign.definition);
  const own = ownDistricts(context);
  const nameOf = (id: string) => districtName(context.campaign.definition, id);
  if (own.length === 0 && mayActForDistricts(context.campaign.definition, context.person))
    throw new RefusalError("application.for-which", onBehalfPhrases.forWhich(among.map(nameOf)), {
      choices: among.map(nameOf),
    });
  if (own.length === 0) throw new RefusalError("application.no-district", applicationPhrases.noDistrict(word, nouns));
  const fitting = own.filter((id) => among.includes(id));
  const named = fitting.filter((id) => id === subject || words.includes(nameOf(id)));
  const [district] = named.length > 0 ? named : fitting;
  if (district === undefined) {
    throw new RefusalError("application.other-district", applicationPhrases.otherDistrict(word, own.map(nameOf)));
  }
  if (fitting.length > 1 && named.length !== 1) {
    const sentence = applicationPhrases.whichDistrict(word, fitting.map(nameOf), nouns);
    throw new RefusalError("application.which-district", sentence, { choices: fitting.map(nameOf) });
  }
  return district;
}
