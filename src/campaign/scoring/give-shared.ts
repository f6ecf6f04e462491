import { isDeepStrictEqual } from "node:util";
import { type Conflict, type Refused, reconcile, withChanges } from "../../platform/conversation/shared-work.ts";
import type { PersonContext } from "../engine/context.ts";
import { type GivenOutcome, givePoints } from "./give-points.ts";
import type { GivenScore } from "./score-sheet.ts";
import { givenWhere, scoreValues, valuesWith } from "./score-values.ts";
import type { ScoringDraft } from "./scoring-draft.ts";

interface SharedOutcome extends Pick<GivenOutcome, "saved" | "problems"> {
  /** With the sheet read again; not saved yet: the caller moves on. */
  draft: ScoringDraft;
  /** Earlier ones that are still open, and those found now. */
  conflicts: readonly Conflict[];
  /** Values refused before that have not been given since. */
  refused: readonly Refused[];
}

/**
 * Gives points on a sheet that several people score. What a colleague changed unseen is not overwritten: it becomes a
 * conflict to decide about.
 * @param draft of a case locked by the caller
 */
export async function giveShared(
  context: PersonContext,
  draft: ScoringDraft,
  given: readonly GivenScore[],
): Promise<SharedOutcome> {
  const { work, viewer } = draft;
  const before = await scoreValues(context, draft.sheet);
  const wanted = valuesWith(before, given);
  const { values, conflicts } = reconcile(work, viewer, { before, after: wanted });
  const own = givenWhere(given, (key) => isDeepStrictEqual(values[key], wanted[key]));
  const { sheet, saved, problems } = await givePoints(context, draft.sheet, own);
  const after = await scoreValues(context, sheet);
  const unchanged = ({ key }: { key: string }) => isDeepStrictEqual(before[key], after[key]);
  const earlier = work.people[viewer];
  return {
    draft: { ...draft, sheet, work: withChanges(work, viewer, { before, after }) },
    saved,
    problems,
    conflicts: [...(earlier?.conflicts ?? []).filter(unchanged), ...conflicts],
    refused: (earlier?.refused ?? []).filter(({ key }) => !saved.some(({ id }) => id === key)),
  };
}
