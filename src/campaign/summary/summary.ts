import { z } from "zod";

/**
 * Workbooks that come by themselves: the week's counts and the published list to the campaign group; how far each
 * district is and the ranking to the city's group.
 */
export const summaryKind = z.enum(["weekly", "published", "districts", "ranking"]);
export type SummaryKind = z.infer<typeof summaryKind>;

/** Whether and when one is sent. */
export interface SummarySetting {
  isOn: boolean;
  /** Monday is 1; only of the weekly one. */
  weekday?: number;
  /** `HH:mm`, in the zone of the campaign; left out: at once, the weekly one in the morning. */
  time?: string;
}
