import { z } from "zod";
import { day, source, text } from "./source.ts";

/** A local adjustment: this day is worked, or it is not, whatever the national arrangement says. */
export const calendarOverride = z.strictObject({ day, working: z.boolean(), reason: text });

/** calendar.yaml */
export const calendarFile = z.strictObject({ overrides: z.array(calendarOverride), ...source });
export type CalendarFile = z.infer<typeof calendarFile>;
