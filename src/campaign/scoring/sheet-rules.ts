import type { ScoreRules } from "../../platform/conversation/score-rules.ts";
import type { PersonContext } from "../engine/context.ts";
import { lineRules } from "./line-rules.ts";
import { sheetPages } from "./page.ts";
import { lastGiven } from "./refused-rows.ts";
import type { ScoringDraft } from "./scoring-draft.ts";

/** What is typed for a sheet is read by these. */
export const draftRules = (context: PersonContext, draft: ScoringDraft): ScoreRules => ({
  ...scoreRules(context, draft.at),
  given: [...draft.sheet.scores.keys()],
  last: lastGiven(draft),
});

/** @param at the open row: 第一项 is the first of its part, where the page shows the whole part */
export const scoreRules = (context: PersonContext, at?: string): ScoreRules => ({
  ...itemsBeside(context, at),
  ...lineRules(context.campaign.definition, context.rulings),
});

function itemsBeside(context: PersonContext, at: string | undefined): Pick<ScoreRules, "items" | "open" | "at"> {
  const page = at === undefined ? undefined : sheetPages(context).find(({ rows }) => rows.some(({ id }) => id === at));
  if (at === undefined || !page) return {};
  const open = { at, ...(page.section.criteria[0]?.id === at ? { open: page.section.id } : {}) };
  return page.piece.of === 1 ? { items: page.rows.map(({ id }) => id), ...open } : open;
}
