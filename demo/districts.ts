import type { Definition } from "../src/campaign/definition/definition.ts";
import { districtsOn, lowerDistricts, upperDistricts } from "../src/campaign/definition/districts.ts";
import type { District } from "../src/campaign/definition/purposes.ts";
import { daysOf } from "./days.ts";

/** The districts in which cases apply, as they are on that day. */
export const applyingDistricts = (definition: Definition): District[] =>
  lowerDistricts(definition).filter(countedIn(definition));

/** Those that recommend what was recommended to them. */
export const districtsAbove = (definition: Definition): District[] =>
  upperDistricts(definition).filter(countedIn(definition));

function countedIn(definition: Definition): (district: District) => boolean {
  const counted = districtsOn(definition, daysOf(definition).applies);
  return (district) => counted.includes(district);
}
