import type { CivilDate } from "../../shared/civil-date.ts";
import { type Definition, dayInCampaign } from "./definition.ts";
import type { District } from "./purposes.ts";

/** Districts valid on the day. Merged districts end, new ones begin during the campaign. */
export const districtsOn = (definition: Definition, day: CivilDate): readonly District[] =>
  definition.campaign.districts.filter(
    ({ from, until }) =>
      (from === undefined || dayInCampaign(definition, from) <= day) &&
      (until === undefined || day <= dayInCampaign(definition, until)),
  );

/** The district's name; its id if the definition has no such district. */
export const districtName = ({ campaign }: Definition, id: string): string =>
  campaign.districts.find((district) => district.id === id)?.name ?? id;

/** Districts with lower districts: they recommend at level 2. */
export const upperDistricts = ({ campaign: { districts } }: Definition): readonly District[] => {
  const upper = new Set(districts.map(({ within }) => within));
  return districts.filter(({ id }) => upper.has(id));
};

/** Districts that accept applications: level 1, or all if there is only one level. */
export const lowerDistricts = (definition: Definition): readonly District[] => {
  const upper = new Set(upperDistricts(definition).map(({ id }) => id));
  return definition.campaign.districts.filter(({ id }) => !upper.has(id));
};

/** Lower districts of this one. */
export const districtsWithin = ({ campaign }: Definition, id: string): readonly District[] =>
  campaign.districts.filter(({ within }) => within === id);
