import type { CivilDate } from "../../../shared/civil-date.ts";
import { type DateContext, findDates } from "./find-dates.ts";

/**
 * Finds the first date in a text that has one reading. A missing year is the campaign's; 去年 is relative to today.
 * @param text in half width
 */
export function findDate(
  text: string,
  when: DateContext,
): { date: CivilDate; before: string; after: string } | undefined {
  const first = findDates(text, when).find(({ readings }) => readings.length === 1);
  const [date] = first?.readings ?? [];
  if (!first || date === undefined) return undefined;
  return { date, before: text.slice(0, first.from), after: text.slice(first.to) };
}
