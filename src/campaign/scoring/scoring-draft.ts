import { z } from "zod";
import type { Draft } from "../../platform/conversation/drafts.ts";
import {
  type Share,
  type SharedWork,
  shareOf,
  withLook,
  withShare,
  workIn,
} from "../../platform/conversation/shared-work.ts";
import type { StaffId } from "../../shared/brand.ts";
import type { Context, DraftName, PersonContext } from "../engine/context.ts";
import { pointRulesIn, rowsToScore } from "./points.ts";
import { criteriaOf } from "./rubric.ts";
import type { ScoreSheet } from "./score-sheet.ts";

/** A sheet being scored: the points are everybody's, the current row is the viewer's. */
export interface ScoringDraft {
  sheet: ScoreSheet;
  /** Draft with everybody's current row and who changed what. */
  place: Draft;
  work: SharedWork;
  viewer: StaffId;
  /** Current row id; undefined if every row has points. */
  at: string | undefined;
}

const placeBody = z.object({ at: z.string().optional() });

/** Where the viewer is in a place: of one who has none yet, where whoever scored last was. */
export interface Standing {
  work: SharedWork;
  at: string | undefined;
  share: Share;
}

export function standingOf({ body }: Pick<Draft, "body">, viewer: StaffId): Standing {
  const work = workIn(body);
  const own = work.people[viewer];
  return { work, at: own ? own.at : placeBody.parse(body).at, share: shareOf(work, viewer) };
}

/** The current row, or the first row without points. @param known the draft, if there is one; otherwise it is started */
export async function openScoring(
  context: PersonContext,
  { sheet, known, name }: { sheet: ScoreSheet; known: Draft | undefined; name: DraftName },
): Promise<ScoringDraft> {
  const viewer = context.person.staffId;
  if (known) {
    const { work, at } = standingOf(known, viewer);
    return { sheet, place: known, work, viewer, at };
  }
  const at = nextRow(context, sheet, undefined);
  const work = withShare(workIn({}), viewer, { at });
  const place = await context.drafts.start({ ...name, startedBy: viewer, body: { at, ...work } });
  return { sheet, place, work, viewer, at };
}

/**
 * Saves where the person is now, and counts the person as told of colleagues' changes so far.
 * @param part what else of the person's part changes; a step is over, and nothing is offered any more, unless it is named
 */
export async function moveTo(
  context: PersonContext,
  draft: ScoringDraft,
  at: string | undefined,
  part: Partial<Pick<Share, "refused" | "conflicts" | "step" | "readings">> = {},
): Promise<ScoringDraft> {
  const { viewer } = draft;
  const work = withShare(withLook(draft.work, viewer), viewer, { step: undefined, readings: undefined, ...part, at });
  const place = await context.drafts.save(draft.place, { body: { at, ...work }, state: "open" });
  return { ...draft, place, work, at };
}

/** Next row without valid points, wrapping to the beginning; undefined if every row has them. */
export function nextRow(
  { campaign: { definition }, rulings }: Context,
  sheet: ScoreSheet,
  after: string | undefined,
): string | undefined {
  const open = rowsToScore(definition, sheet, pointRulesIn(definition, rulings));
  const order = criteriaOf(definition.rubric).map(({ id }) => id);
  return open.find((id) => order.indexOf(id) > order.indexOf(after ?? "")) ?? open[0];
}

/** Previous or next row, scored or not. */
export function neighbor({ campaign }: Context, { at }: ScoringDraft, step: 1 | -1): string | undefined {
  const order = criteriaOf(campaign.definition.rubric).map(({ id }) => id);
  const here = at === undefined ? order.length : order.indexOf(at);
  return order[Math.max(0, here + step)];
}
