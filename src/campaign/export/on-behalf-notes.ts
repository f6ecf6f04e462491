import { enteredForOthers } from "../application/on-behalf.ts";
import { onBehalfPhrases } from "../application/on-behalf-phrases.ts";
import { applicationsOf } from "../application/store.ts";
import { namesOf } from "../directory/store.ts";
import type { Context } from "../engine/context.ts";

/** A line naming the cases of these districts that were entered for them, by whom, and who answers for it. */
export async function onBehalfNotes({ tx, campaign }: Context, districts: readonly string[]): Promise<string[]> {
  const entered = await enteredForOthers(tx, campaign.id);
  if (entered.size === 0) return [];
  const names = await namesOf(
    tx,
    [...entered.values()].flatMap(({ typedBy, responsible }) => [typedBy, responsible]),
  );
  const applications = await applicationsOf(tx, campaign.id, { states: ["submitted", "excluded"] });
  const items = applications.flatMap(({ id, district, compoundName: name }) => {
    const by = entered.get(id);
    if (!by || !districts.includes(district)) return [];
    const nameOf = (staffId: string) => names.get(staffId) ?? staffId;
    return [{ name, typedBy: nameOf(by.typedBy), responsible: nameOf(by.responsible) }];
  });
  return items.length === 0 ? [] : [onBehalfPhrases.note(items)];
}
