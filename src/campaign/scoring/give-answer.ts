import type { Action } from "../../platform/chat/view.ts";
import type { ScoreLine } from "../../platform/conversation/score-rules.ts";
import { type Refused, shownTo } from "../../platform/conversation/shared-work.ts";
import { changeLines } from "../application/colleagues.ts";
import type { PersonContext } from "../engine/context.ts";
import { withAdded } from "./added-reasons.ts";
import { giveShared } from "./give-shared.ts";
import { scoringPhrases as phrases } from "./phrases.ts";
import { bonusPoints, pointsByRow, reducedWithoutReason, totalPoints } from "./points.ts";
import { passedOver } from "./refused-rows.ts";
import { restRows } from "./rest-rows.ts";
import { criteriaOf } from "./rubric.ts";
import { withTexts } from "./saved-texts.ts";
import type { GivenScore } from "./score-sheet.ts";
import { reasonsOn, shownScores } from "./score-values.ts";
import { moveTo, nextRow, type ScoringDraft } from "./scoring-draft.ts";
import { besideLines } from "./totals-said.ts";

export type SheetAnswer =
  | { kind: "left" }
  /** The saved draft. `said`: feedback to show before the next question. */
  | {
      kind: "answered";
      draft: ScoringDraft;
      said: readonly string[];
      /** What may be sent on its own: what could be read of a message, or what may be meant. */
      offers?: readonly Action[];
    };

export async function givePoints(
  context: PersonContext,
  draft: ScoringDraft,
  { line, given }: { line: Extract<ScoreLine, { kind: "points" }>; given: readonly GivenScore[] },
): Promise<SheetAnswer> {
  const first = await give(context, draft, given);
  const answer = line.rest ? await thenRest(context, first) : first;
  if (answer.kind === "left" || !line.beside) return answer;
  const beside = besideLines(context.campaign.definition, answer.draft.sheet, line.beside);
  return { ...answer, said: [...answer.said, ...beside] };
}

/** 1-2 3 会议记录不全；其余满分: after what was given with it. The total is said once. */
export async function thenRest(context: PersonContext, first: SheetAnswer): Promise<SheetAnswer> {
  if (first.kind === "left") return first;
  const rest = await giveRest(context, first.draft);
  const said = first.said.map((sentence) => sentence.split(phrases.totalLabel())[0] ?? sentence);
  return rest.kind === "left" ? rest : { ...rest, said: [...said, ...rest.said] };
}

export const givenIn = ({ entries }: Extract<ScoreLine, { kind: "points" }>): GivenScore[] =>
  entries.map(({ row, ...given }) => ({ criterion: row, ...given }));

/** 其余满分 skips bonus and knock-out rows, which need an answer each, and rows that were just refused. */
export async function giveRest(context: PersonContext, draft: ScoringDraft): Promise<SheetAnswer> {
  const { given, asked, refused } = restRows(context.campaign.definition, draft);
  const answer = await give(
    context,
    draft,
    given.map(({ id, maxPoints }) => ({ criterion: id, points: maxPoints })),
  );
  if (answer.kind === "left") return answer;
  const said = [
    ...(asked.length > 0 ? [phrases.restLeft(asked.map(({ id }) => id))] : []),
    ...(refused.length > 0 ? [phrases.restRefused(refused.map(({ id }) => id))] : []),
  ];
  return { ...answer, said: [...answer.said, ...said] };
}

export async function give(
  context: PersonContext,
  draft: ScoringDraft,
  said: readonly GivenScore[],
): Promise<SheetAnswer> {
  const before = await reasonsOn(context, draft.sheet);
  const given = withAdded(said, before);
  const outcome = await giveShared(context, draft, given);
  const after = await reasonsOn(context, outcome.draft.sheet);
  const { saved, problems, conflicts } = outcome;
  const { sheet } = outcome.draft;
  const last = saved.at(-1)?.id;
  // What saves nothing moves nothing.
  const refusedBefore = [...outcome.refused, ...problems.map(({ criterion: key }) => ({ key }))];
  const at =
    last === undefined ? draft.at : (passedOver(context, sheet, refusedBefore, last) ?? nextRow(context, sheet, last));
  const { rubric } = context.campaign.definition;
  const rows = criteriaOf(rubric).filter(({ id }) => saved.some((one) => one.id === id));
  const reduced = reducedWithoutReason(rows, sheet);
  const points = pointsByRow(sheet);
  const total = phrases.total(totalPoints(rubric, points), rubric.totalPoints, bonusPoints(rubric, points));
  const refused = problems.map(({ criterion: key, sentence }): Refused => {
    const typed = given.find(({ criterion }) => criterion === key)?.points;
    return { key, label: key, sentence, typed: typed === undefined ? "" : String(typed) };
  });
  const earlier = outcome.refused.filter(({ key }) => !refused.some((one) => one.key === key));
  const moved = await moveTo(context, outcome.draft, at, { refused: [...earlier, ...refused], conflicts });
  const sentences = [
    ...changeLines(context, shownTo(moved.work, moved.viewer), shownScores),
    ...problems.map(({ sentence }) => sentence),
    ...(saved.length > 0
      ? [`${phrases.saved(withTexts(saved, { given, before, after }))}${phrases.totalLabel()}${total}。`]
      : []),
    ...(reduced.length > 0 ? [phrases.reasonAsk(reduced)] : []),
  ];
  return { kind: "answered", draft: moved, said: sentences };
}
