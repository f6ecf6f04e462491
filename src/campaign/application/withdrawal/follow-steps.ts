import type { Context } from "../../engine/context.ts";

/** Subject: the application's id. */
export const WITHDRAWAL_CARD = "application.withdrawal";

/** Redraws the cards that say what a withdrawal affects; for changes that are themselves the effect of others. */
export const followSteps = ({ cards }: Pick<Context, "cards">): Promise<void> =>
  cards.refresh({ kind: WITHDRAWAL_CARD });
