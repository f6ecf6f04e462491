import { findDate } from "../../platform/conversation/answers/find-date.ts";
import { type CivilDate, civilDate, isCivilDate } from "../../shared/civil-date.ts";
import { type Definition, stageWindow } from "../definition/definition.ts";

/**
 * First date in a text, in the campaign's year or the following one: in a campaign from November to January, 1月10日 is
 * in January. Undefined if there is none or its year is outside the campaign.
 */
export function findCampaignDate(
  plain: string,
  { definition, today }: { definition: Definition; today: CivilDate },
): CivilDate | undefined {
  const year = definition.campaign.year.value;
  const windows = definition.campaign.stages.map((stage) => stageWindow(definition, stage));
  const first = windows.map(({ from }) => from).sort()[0];
  const last = windows
    .map(({ to }) => to)
    .sort()
    .at(-1);
  const lastYear = Math.max(year, Number(last?.slice(0, 4) ?? year));
  const found = findDate(plain, { today, year })?.date;
  if (found === undefined) return undefined;
  const foundYear = Number(found.slice(0, 4));
  if (foundYear < year || foundYear > lastYear) return undefined;
  const next = `${foundYear + 1}${found.slice(4)}`;
  const isEarly = first !== undefined && found < first && foundYear < lastYear && !plain.includes(String(foundYear));
  return isEarly && isCivilDate(next) ? civilDate(next) : found;
}
