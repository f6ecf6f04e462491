import type { Block } from "../../platform/chat/view.ts";
import type { Context } from "../engine/context.ts";
import type { SheetPage } from "./page.ts";
import { scoringPhrases as phrases } from "./phrases.ts";
import { pointsByRow, reducedWithoutReason, sectionPoints, totalPoints } from "./points.ts";
import { criteriaOf, criterionById } from "./rubric.ts";
import type { ScoreSheet } from "./score-sheet.ts";
import type { ScoringDraft } from "./scoring-draft.ts";

/** The running total, and how many rows have points. */
export const runningTotal = ({ campaign }: Context, sheet: ScoreSheet): Block => {
  const { rubric } = campaign.definition;
  const points = pointsByRow(sheet);
  return {
    kind: "facts",
    facts: [
      { label: phrases.totalLabel(), value: phrases.total(totalPoints(rubric, points), rubric.totalPoints) },
      { label: phrases.doneLabel(), value: phrases.done(points.size, rubric.criterionCount) },
    ],
  };
};

/** The total and every section's. */
export function totalBySection({ campaign }: Context, sheet: ScoreSheet): Block[] {
  const { rubric } = campaign.definition;
  const points = pointsByRow(sheet);
  const total = phrases.total(totalPoints(rubric, points), rubric.totalPoints);
  return [
    { kind: "facts", facts: [{ label: phrases.totalLabel(), value: total }] },
    {
      kind: "list",
      items: rubric.sections.map((section) => phrases.section(section, sectionPoints(section, points))),
    },
  ];
}

/** Above a page's form: its rows with their full wording. */
export function pageBlocks({ rows }: SheetPage, sheet: ScoreSheet): Block[] {
  const reduced = reducedWithoutReason(rows, sheet).map(({ id }) => id);
  return [
    { kind: "text", text: phrases.lead() },
    { kind: "list", items: rows.map(phrases.row) },
    ...(reduced.length > 0 ? [{ kind: "text" as const, text: phrases.noReason(reduced) }] : []),
  ];
}

/**
 * For those who type: the open row, or what is left before finalizing.
 * @param words what was just done, and what to say when every row has points
 */
export function askBlocks(
  { campaign }: Context,
  { at, sheet }: Pick<ScoringDraft, "at" | "sheet">,
  { said = [], allAnswered }: { said?: readonly string[]; allAnswered: string },
): Block[] {
  const { rubric } = campaign.definition;
  const row = at === undefined ? undefined : criterionById(rubric, at);
  const reduced = reducedWithoutReason(criteriaOf(rubric), sheet).map(({ id }) => id);
  const lines = row
    ? [...said, phrases.ask(row)]
    : [...said, allAnswered, ...(reduced.length > 0 ? [phrases.noReason(reduced)] : [])];
  return lines.map((text) => ({ kind: "text", text }));
}
