import type { Intake } from "./intake.ts";

/** What the organizer hears at once, not only when asking. */
export type Alarm =
  /** Fewer cases can be selected than are to be, although every list has come. */
  | { kind: "tooFew"; eligible: number; needed: number }
  /** The visits cannot be made in time. */
  | { kind: "tooMany"; sites: number; capacity: number };

/** Lists still missing can only add sites, and add cases that can be selected. */
export function alarmsOf({ awaited, eligible, needed, forecast, load }: Intake): Alarm[] {
  const allHaveCome = awaited.expected.length > 0 && awaited.missing.length === 0;
  return [
    ...(needed !== undefined && allHaveCome && eligible < needed
      ? [{ kind: "tooFew" as const, eligible, needed }]
      : []),
    ...(forecast && !forecast.feasible
      ? [{ kind: "tooMany" as const, sites: load.sites, capacity: forecast.capacity }]
      : []),
  ];
}
