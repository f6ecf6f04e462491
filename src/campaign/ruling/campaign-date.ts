import { findDate } from "../../platform/conversation/answers/find-date.ts";
import { type CivilDate, civilDate, isCivilDate } from "../../shared/civil-date.ts";
import { type Definition, stageWindow } from "../definition/definition.ts";

/**
 * First date in a text, in the campaign's year or the following one: in a campaign from November to January, 1月10日 is
 * in January. Undefined if there is none or its year is outside the campaign.
 */
export const findCampaignDate = (plain: string, context: DateContext): CivilDate | undefined =>
  findCampaignSpan(plain, context)?.date;

interface DateContext {
  definition: Definition;
  today: CivilDate;
}

/** {@link findCampaignDate} with the text around it. */
export function findCampaignSpan(
  plain: string,
  { definition, today }: DateContext,
): { date: CivilDate; before: string; after: string } | undefined {
  const year = definition.campaign.year.value;
  const windows = definition.campaign.stages.map((stage) => stageWindow(definition, stage));
  const first = windows.map(({ from }) => from).sort()[0];
  const last = windows
    .map(({ to }) => to)
    .sort()
    .at(-1);
  const lastYear = Math.max(year, Number(last?.slice(0, 4) ?? year));
  const span = findDate(plain, { today, year });
  if (span === undefined) return undefined;
  const found = span.date;
  const foundYear = Number(found.slice(0, 4));
  if (foundYear < year || foundYear > lastYear) return undefined;
  const next = `${foundYear + 1}${found.slice(4)}`;
  const isEarly = first !== undefined && found < first && foundYear < lastYear && !plain.includes(String(foundYear));
  return { ...span, date: isEarly && isCivilDate(next) ? civilDate(next) : found };
}
