import type { Quota } from "./purposes.ts";

/** Bounds of a quota, inclusive; undefined: unbounded. */
export interface Bounds {
  least?: number;
  most?: number;
}

export const boundsOf = ({ min, max, exact }: Quota): Bounds => {
  const [least, most] = exact === undefined ? [min, max] : [exact, exact];
  return { ...(least === undefined ? {} : { least }), ...(most === undefined ? {} : { most }) };
};

/** Checks a number against a quota. Violating a soft quota needs a reason; others refuse. */
export type Fit = "fits" | "tooFew" | "tooMany";

export function fitOf(quota: Quota, count: number): Fit {
  const { least, most } = boundsOf(quota);
  if (least !== undefined && count < least) return "tooFew";
  return most !== undefined && count > most ? "tooMany" : "fits";
}
