import { type CivilDate, dayOf } from "../../shared/civil-date.ts";
import { deadlineOf } from "../definition/deadlines.ts";
import { districtName } from "../definition/districts.ts";
import { deadlineContext } from "../definition/running-campaign.ts";
import { dayWordsIn, dueWordsOf } from "../definition/wording.ts";
import type { Context } from "../engine/context.ts";
import { awaitedLists } from "../ranking/awaited-lists.ts";
import { listDeliverable } from "../recommendation/levels.ts";
import { outstandingPhrases } from "./phrases-effects.ts";

/**
 * Which districts' lists are not in, until when they are due, and whether that day was over on `day`; undefined if all
 * are in. It warns and holds up nothing: no ruling makes a selection wait for every list.
 */
export async function outstandingLists(context: Context, day: CivilDate): Promise<string | undefined> {
  const { missing } = await awaitedLists(context);
  return outstandingWords(context, missing, day);
}

/** @param missing ids of the districts */
export function outstandingWords(
  { campaign, rulings }: Pick<Context, "campaign" | "rulings">,
  missing: readonly string[],
  day: CivilDate,
): string | undefined {
  const [first] = missing;
  const { definition } = campaign;
  const deliverable = first === undefined ? undefined : listDeliverable(definition, first);
  if (!deliverable) return undefined;
  const deadline = deadlineOf(deadlineContext(campaign, rulings), deliverable.id);
  return outstandingPhrases.missing({
    list: deliverable.name,
    districts: missing.map((id) => districtName(definition, id)),
    by: deadline.binding ? dueWordsOf(definition, deadline) : undefined,
    day: dayWordsIn(definition, day),
    isOver: day >= dayOf(deadline.lateFrom),
  });
}
