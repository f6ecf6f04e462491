import type { Quota } from "./purposes.ts";

/** What a quota allows, both ends included; an end that is missing is open. */
export interface Bounds {
  least?: number;
  most?: number;
}

export const boundsOf = ({ min, max, exact }: Quota): Bounds => {
  const [least, most] = exact === undefined ? [min, max] : [exact, exact];
  return { ...(least === undefined ? {} : { least }), ...(most === undefined ? {} : { most }) };
};

/** How a number stands to a quota. A soft one asks for a reason, the others refuse. */
export type Fit = "fits" | "tooFew" | "tooMany";

export function fitOf(quota: Quota, count: number): Fit {
  const { least, most } = boundsOf(quota);
  if (least !== undefined && count < least) return "tooFew";
  return most !== undefined && count > most ? "tooMany" : "fits";
}
