import { RefusalError } from "../../shared/refusal-error.ts";
import { decided } from "../definition/purposes.ts";
import type { Context } from "../engine/context.ts";
import { changesSince } from "../selection/changed.ts";
import { type KeptCase, keptCases } from "../selection/kept.ts";
import { suspendedSince } from "../selection/publication/suspension.ts";
import { fallenIn } from "../selection/replacement.ts";
import type { SelectedItem, Selection } from "../selection/selection.ts";
import { publishedSelectionOf } from "../selection/store.ts";
import { wordsOf } from "../selection/words.ts";
import { provincialRefusals as refusals } from "./phrases.ts";
import { recommendable } from "./rules.ts";

/** Whom a recommendation can name now. */
export interface ProvincialCandidates {
  selection: Selection;
  cases: readonly KeptCase<SelectedItem>[];
  /** Ids of those that do not stand any more: withdrawn, excluded, or taken off by a decision. */
  fallen: ReadonlySet<string>;
}

/**
 * The cases on the published list; where the ruling says so, also those that were not selected.
 * @throws {RefusalError} before 公布, and while the list is suspended
 */
export async function provincialCandidates(context: Context): Promise<ProvincialCandidates> {
  const { tx, campaign, rulings } = context;
  const words = wordsOf(campaign.definition);
  const selection = await publishedSelectionOf(tx, campaign.id);
  if (!selection) throw new RefusalError("provincial-recommendation.unpublished", refusals.unpublished(words));
  if (await suspendedSince(context, selection.version))
    throw new RefusalError("provincial-recommendation.suspended", refusals.suspended(words));
  const { onlyFromSelected } = decided(campaign.definition, "provinceFromSelected", rulings);
  const items = recommendable(selection.items, onlyFromSelected);
  const cases = await keptCases(context, items, selection.recordedAt);
  const fallen = fallenIn(await changesSince(context, { items, recordedAt: selection.recordedAt }));
  return { selection, cases, fallen };
}
