import { z } from "zod";
import { day, source, text } from "./source.ts";

/** Local exception to the national arrangement: a day worked or not. */
export const calendarOverride = z.strictObject({ day, working: z.boolean(), reason: text });

/** calendar.yaml */
export const calendarFile = z.strictObject({ overrides: z.array(calendarOverride), ...source });
export type CalendarFile = z.infer<typeof calendarFile>;
