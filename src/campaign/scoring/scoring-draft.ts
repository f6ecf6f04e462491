import { z } from "zod";
import type { Draft } from "../../platform/conversation/drafts.ts";
import type { Context, DraftName, PersonContext } from "../engine/context.ts";
import { pointsByRow, unanswered } from "./points.ts";
import { criteriaOf } from "./rubric.ts";
import type { ScoreSheet } from "./score-sheet.ts";

/** A sheet as people have it before them, with the row they are at. */
export interface ScoringDraft {
  sheet: ScoreSheet;
  /** Stores the row. */
  place: Draft;
  /** Undefined when every row has points. */
  at: string | undefined;
}

const placeBody = z.object({ at: z.string().optional() });

/** The place in the sheet, begun at the first row without points. */
export async function openScoring(context: PersonContext, sheet: ScoreSheet, name: DraftName): Promise<ScoringDraft> {
  const [known] = await context.drafts.unfinished(name);
  if (known) return { sheet, place: known, at: rowOf(known) };
  const at = nextRow(context, sheet, undefined);
  const place = await context.drafts.start({ ...name, startedBy: context.person.staffId, body: { at } });
  return { sheet, place, at };
}

export const rowOf = ({ body }: Draft): string | undefined => placeBody.parse(body).at;

export const moveTo = async (
  context: PersonContext,
  draft: ScoringDraft,
  at: string | undefined,
): Promise<ScoringDraft> => ({
  ...draft,
  at,
  place: await context.drafts.save(draft.place, { body: { at }, state: "open" }),
});

/** The first row without points after this one, then from the beginning; undefined when every row has points. */
export function nextRow({ campaign }: Context, sheet: ScoreSheet, after: string | undefined): string | undefined {
  const { rubric } = campaign.definition;
  const open = unanswered(rubric, pointsByRow(sheet));
  const order = criteriaOf(rubric).map(({ id }) => id);
  return open.find((id) => order.indexOf(id) > order.indexOf(after ?? "")) ?? open[0];
}

/** The row before or after the open one, whether it has points or not. */
export function neighbor({ campaign }: Context, { at }: ScoringDraft, step: 1 | -1): string | undefined {
  const order = criteriaOf(campaign.definition.rubric).map(({ id }) => id);
  const here = at === undefined ? order.length : order.indexOf(at);
  return order[Math.max(0, here + step)];
}
