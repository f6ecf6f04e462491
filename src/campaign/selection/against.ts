import { RefusalError } from "../../shared/refusal-error.ts";
import { applicationsOf } from "../application/store.ts";
import type { Context } from "../engine/context.ts";
import { foundOnSite, foundWords } from "../verification/found-on-site.ts";
import { cityLedger } from "../verification/ledger.ts";
import { type AgainstSelected, againstSelected } from "./extension-points.ts";
import { selectionRefusals as refusals } from "./phrases.ts";
import type { SelectedItem } from "./selection.ts";

/** What was decided against any case, by application id: it may not be selected. */
export async function allAgainst(context: Context): Promise<ReadonlyMap<string, string>> {
  const against = [...(await foundByCity(context)), ...(await context.contributions(againstSelected, {})).flat()];
  return new Map(against.map(({ applicationId, reason }) => [applicationId, reason]));
}

/** What was decided against selected cases and reserves, with their names as they are now. */
export async function againstThese(
  context: Context,
  items: readonly Pick<SelectedItem, "applicationId" | "selected" | "reserve">[],
): Promise<{ name: string; applicationId: string; reason: string }[]> {
  const against = [...(await foundByCity(context)), ...(await context.contributions(againstSelected, {})).flat()];
  if (against.length === 0) return [];
  const all = await applicationsOf(context.tx, context.campaign.id);
  return items.flatMap(({ applicationId, selected, reserve }) =>
    against
      .filter((one) => (selected || reserve !== undefined) && one.applicationId === applicationId)
      .map(({ reason }) => ({
        applicationId,
        name: all.find(({ id }) => id === applicationId)?.compoundName ?? applicationId,
        reason,
      })),
  );
}

/** What 核验 found that keeps cases out. */
async function foundByCity(context: Context): Promise<AgainstSelected[]> {
  const { definition } = context.campaign;
  return [...(await cityLedger(context)).values()].flatMap((one) => {
    const found = foundOnSite(definition, context.rulings, one);
    return found ? [{ applicationId: one.caseId, reason: foundWords(definition, found) }] : [];
  });
}

/** @throws {RefusalError} if something was decided against a selected case or a reserve */
export async function requireNothingAgainst(
  context: Context,
  items: readonly Pick<SelectedItem, "applicationId" | "selected" | "reserve">[],
): Promise<void> {
  const against = await againstThese(context, items);
  if (against.length > 0) throw new RefusalError("selection.against", refusals.against(against));
}
