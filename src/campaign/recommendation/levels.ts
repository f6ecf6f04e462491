import { dayOf } from "../../shared/civil-date.ts";
import type { Definition } from "../definition/definition.ts";
import { districtsOn, upperDistricts } from "../definition/districts.ts";
import { type Deliverable, deliverableFor } from "../definition/purposes.ts";
import type { Context } from "../engine/context.ts";

/** 1: recommends of what applied in it; 2: recommends of what was recommended to it. */
export const levelOf = (definition: Definition, district: string): 1 | 2 =>
  upperDistricts(definition).some(({ id }) => id === district) ? 2 : 1;

/** The list that the district owes; undefined where districts of its level owe none. */
export const listDeliverable = (definition: Definition, district: string): Deliverable | undefined =>
  deliverableFor(definition, "list", levelOf(definition, district));

/** The districts that draw up a list today. */
export const recommendingDistricts = ({ campaign: { definition }, now }: Pick<Context, "campaign" | "now">): string[] =>
  districtsOn(definition, dayOf(now))
    .map(({ id }) => id)
    .filter((id) => listDeliverable(definition, id) !== undefined);

/** The district that this one recommends to; undefined where it is the city. */
export const districtAbove = ({ campaign }: Definition, district: string): string | undefined =>
  campaign.districts.find(({ id }) => id === district)?.within;
