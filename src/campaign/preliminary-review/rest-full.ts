import { changedCard } from "../engine/changed-card.ts";
import type { Command } from "../engine/feature.ts";
import { giveRest } from "../scoring/give-answer.ts";
import { REST_FULL } from "./actions.ts";
import { openReviewDraft, SCORES, SHEET_CARD } from "./review.ts";

/** The button 其余满分: what the words give while the sheet is open. */
export const restFull: Command = {
  ...SCORES,
  id: REST_FULL,
  effect: "write",
  async handle(context, { subject = "" }) {
    const answer = await giveRest(context, await openReviewDraft(context, subject));
    const said = answer.kind === "left" ? [] : answer.said;
    return changedCard(context, { kind: SHEET_CARD, subject }, said.join(""));
  },
};
