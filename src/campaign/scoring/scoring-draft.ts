import { z } from "zod";
import type { Draft } from "../../platform/conversation/drafts.ts";
import type { Context, DraftName, PersonContext } from "../engine/context.ts";
import { pointsByRow, unanswered } from "./points.ts";
import { criteriaOf } from "./rubric.ts";
import type { ScoreSheet } from "./score-sheet.ts";

/** A sheet being scored, with the current row. */
export interface ScoringDraft {
  sheet: ScoreSheet;
  /** Draft with the current row. */
  place: Draft;
  /** Current row id; undefined if every row has points. */
  at: string | undefined;
}

const placeBody = z.object({ at: z.string().optional() });

/** Reads the current row, or starts at the first row without points. */
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

/** Next row without points, wrapping to the beginning; undefined if every row has points. */
export function nextRow({ campaign }: Context, sheet: ScoreSheet, after: string | undefined): string | undefined {
  const { rubric } = campaign.definition;
  const open = unanswered(rubric, pointsByRow(sheet));
  const order = criteriaOf(rubric).map(({ id }) => id);
  return open.find((id) => order.indexOf(id) > order.indexOf(after ?? "")) ?? open[0];
}

/** Previous or next row, scored or not. */
export function neighbor({ campaign }: Context, { at }: ScoringDraft, step: 1 | -1): string | undefined {
  const order = criteriaOf(campaign.definition.rubric).map(({ id }) => id);
  const here = at === undefined ? order.length : order.indexOf(at);
  return order[Math.max(0, here + step)];
}
