import { RefusalError } from "../../shared/refusal-error.ts";
import { hasReview } from "../application/offered.ts";
import { standingsOf } from "../application/requirements/standing.ts";
import type { Definition } from "../definition/definition.ts";
import { nounsOf } from "../directory/nouns.ts";
import { changedCard } from "../engine/changed-card.ts";
import type { PersonContext } from "../engine/context.ts";
import type { Command } from "../engine/feature.ts";
import { pointsByFigures } from "../scoring/by-figures.ts";
import { giveShared } from "../scoring/give-shared.ts";
import { scoringPhrases } from "../scoring/phrases.ts";
import { moveTo, nextRow } from "../scoring/scoring-draft.ts";
import { BY_FIGURES } from "./actions.ts";
import { reviewPhrases as phrases } from "./phrases.ts";
import { openReviewDraft, type ReviewDraft, SCORES, SHEET_CARD } from "./review.ts";
import { scoredApplication } from "./scored-application.ts";
import { askView } from "./views.ts";

/**
 * 按数据评分. Gives the open rows that the figures settle their points; what was given before stays.
 * @throws {RefusalError} if no open row is settled by a figure
 */
async function giveByFigures(
  context: PersonContext,
  applicationId: string,
  { pressed }: { pressed: boolean },
): Promise<{ review: ReviewDraft; said: string[] }> {
  const review = await openReviewDraft(context, applicationId);
  const standing = (await standingsOf(context, [review.application])).get(applicationId);
  const given = pointsByFigures(context.campaign.definition, context.rulings, { standing, sheet: review.sheet });
  if (given.length === 0) throw new RefusalError("review.no-figures", phrases.noFigures());
  const { draft, saved, problems, conflicts, refused } = await giveShared(context, review, given);
  // Pressed on a page, that page stays.
  const at = pressed ? review.at : nextRow(context, draft.sheet, review.at);
  const moved = await moveTo(context, draft, at, { refused, conflicts });
  const said = [
    ...problems.map(({ sentence }) => sentence),
    ...(saved.length > 0 ? [scoringPhrases.saved(saved)] : []),
  ];
  return { review: { ...review, ...moved }, said };
}

/** 按数据评分: what was given once as a figure is not asked again. */
export const byFigures: Command = {
  ...SCORES,
  id: BY_FIGURES,
  ofCase: true,
  words: ["按数据评分", "按数据"],
  effect: "write",
  offeredWhen: (definition) => hasReview(definition) && hasFigures(definition),
  help: {
    example: (definition) => phrases.byFiguresExample(nounsOf(definition)),
    purpose: (definition) => phrases.byFiguresPurpose(nounsOf(definition)),
    step: "review",
  },
  async handle(context, request) {
    const { id } = await scoredApplication(context, request);
    const { review, said } = await giveByFigures(context, id, { pressed: request.subject !== undefined });
    return {
      ...(await changedCard(context, { kind: SHEET_CARD, subject: id }, said.join(""))),
      reply: await askView(context, review, said),
    };
  },
};

const hasFigures = ({ requirements: { figures, referenceLists } }: Definition): boolean =>
  [...figures, ...referenceLists].some(({ criteria }) => criteria.length > 0);
