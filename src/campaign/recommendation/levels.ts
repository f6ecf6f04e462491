import { dayOf } from "../../shared/civil-date.ts";
import type { Definition } from "../definition/definition.ts";
import { districtsOn, upperDistricts } from "../definition/districts.ts";
import { type Deliverable, deliverableFor } from "../definition/purposes.ts";
import type { Context } from "../engine/context.ts";

/** 1: recommends from its own applications; 2: recommends from the lists of the districts below. */
export const levelOf = (definition: Definition, district: string): 1 | 2 =>
  upperDistricts(definition).some(({ id }) => id === district) ? 2 : 1;

/** List deliverable of the district's level; undefined if the level has none. */
export const listDeliverable = (definition: Definition, district: string): Deliverable | undefined =>
  deliverableFor(definition, "list", levelOf(definition, district));

/** Ids of the districts with a list to draw up today. */
export const recommendingDistricts = ({ campaign: { definition }, now }: Pick<Context, "campaign" | "now">): string[] =>
  districtsOn(definition, dayOf(now))
    .map(({ id }) => id)
    .filter((id) => listDeliverable(definition, id) !== undefined);

/** Id of the district above; undefined if the district recommends to the city. */
export const districtAbove = ({ campaign }: Definition, district: string): string | undefined =>
  campaign.districts.find(({ id }) => id === district)?.within;
