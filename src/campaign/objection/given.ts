import { findDates } from "../../platform/conversation/answers/find-dates.ts";
import { cleanLine } from "../../platform/conversation/plain.ts";
import { type CivilDate, dayOf, isCivilDate } from "../../shared/civil-date.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import type { Context } from "../engine/context.ts";
import type { Objection } from "./objection.ts";
import { objectionRefusals as refusals } from "./phrases.ts";
import { objectionsOf } from "./store.ts";

/** Length of a text in characters. */
export const MOST_WORDS = 500;

/** Cleans a text; empty stays empty. @throws {RefusalError} if it is too long */
export function textIn(label: string, typed: string): string {
  const text = cleanLine(typed);
  if ([...text].length > MOST_WORDS) throw new RefusalError("objection.too-long", refusals.tooLong(label, MOST_WORDS));
  return text;
}

/** @throws {RefusalError} if none is named, or there is none */
export async function objectionNumbered(context: Context, number: number | undefined): Promise<Objection> {
  if (number === undefined) throw new RefusalError("objection.which", refusals.which());
  const found = (await objectionsOf(context)).find((one) => one.number === number);
  if (!found) throw new RefusalError("objection.none", refusals.noSuch(number));
  return found;
}

/** The first date in a text, and the text without it. */
export function takeDay(
  { now, campaign }: Pick<Context, "now" | "campaign">,
  typed: string,
): { day: CivilDate | undefined; rest: string } {
  if (isCivilDate(typed.slice(0, 10))) return { day: typed.slice(0, 10) as CivilDate, rest: typed.slice(10).trim() };
  const text = typed.normalize("NFKC");
  const when = { today: dayOf(now), year: campaign.definition.campaign.year.value };
  const found = findDates(text, when).find(({ readings, weak }) => readings.length === 1 && !weak);
  if (!found) return { day: undefined, rest: typed.trim() };
  const rest = `${text.slice(0, found.from)} ${text.slice(found.to)}`.replace(/^\s*(?:日?前|以前|之前)/u, "");
  return { day: found.readings[0], rest: rest.trim() };
}
