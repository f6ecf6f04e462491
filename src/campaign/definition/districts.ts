import type { CivilDate } from "../../shared/civil-date.ts";
import { type Definition, dayInCampaign } from "./definition.ts";
import type { District } from "./purposes.ts";

/** The districts that count on the day: a new one from its first day, a merged one until its last. */
export const districtsOn = (definition: Definition, day: CivilDate): readonly District[] =>
  definition.campaign.districts.filter(
    ({ from, until }) =>
      (from === undefined || dayInCampaign(definition, from) <= day) &&
      (until === undefined || day <= dayInCampaign(definition, until)),
  );

/** Those that recommend what they were recommended: level 2. */
export const upperDistricts = ({ campaign: { districts } }: Definition): readonly District[] =>
  districts.filter(({ id }) => districts.some(({ within }) => within === id));

/** Those in which cases apply: level 1. All of them where there is one level only. */
export const lowerDistricts = (definition: Definition): readonly District[] => {
  const upper = new Set(upperDistricts(definition).map(({ id }) => id));
  return definition.campaign.districts.filter(({ id }) => !upper.has(id));
};

/** The districts that recommend to this one. */
export const districtsWithin = ({ campaign }: Definition, id: string): readonly District[] =>
  campaign.districts.filter(({ within }) => within === id);
