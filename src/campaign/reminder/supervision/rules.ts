import { dayOf } from "../../../shared/civil-date.ts";
import type { Calendar } from "../../definition/calendar.ts";

/** Of one district for one deliverable. */
export const MOST_SUPERVISIONS = 2;
/** Working days between two of them. */
export const APART = 3;

/** Why 督办 is not sent now. */
export type SupervisionProblem = "notLate" | "notUrged" | "tooSoon" | "capped";

/**
 * 督办 follows on 催办, is rare, and is never the bot's own act. Undefined: it may be sent.
 * @param past moments at which it was sent before, ascending
 */
export function problemWith(
  calendar: Pick<Calendar, "addWorkingDays">,
  { isLate, isUrged, past, now }: { isLate: boolean; isUrged: boolean; past: readonly Date[]; now: Date },
): SupervisionProblem | undefined {
  if (!isLate) return "notLate";
  if (!isUrged) return "notUrged";
  if (past.length >= MOST_SUPERVISIONS) return "capped";
  const last = past.at(-1);
  return last && dayOf(now) < calendar.addWorkingDays(dayOf(last), APART) ? "tooSoon" : undefined;
}
