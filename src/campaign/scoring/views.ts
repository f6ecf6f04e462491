import type { Block } from "../../platform/chat/view.ts";
import type { Refused } from "../../platform/conversation/shared-work.ts";
import { sourceWords } from "../definition/source-words.ts";
import type { Context } from "../engine/context.ts";
import type { SheetPage } from "./page.ts";
import { scoringPhrases as phrases } from "./phrases.ts";
import {
  bonusPoints,
  pointRulesIn,
  pointsByRow,
  reducedWithoutReason,
  sectionPoints,
  totalPoints,
  unanswered,
  unfitRows,
} from "./points.ts";
import { criteriaOf, criterionById, type Rubric, type Section } from "./rubric.ts";
import type { ScoreSheet } from "./score-sheet.ts";
import type { ScoringDraft } from "./scoring-draft.ts";
import { barOf } from "./standing.ts";

/** Running total and number of scored rows. */
export const runningTotal = ({ campaign }: Context, sheet: ScoreSheet): Block => {
  const { rubric } = campaign.definition;
  const points = pointsByRow(sheet);
  return {
    kind: "facts",
    facts: [
      { label: phrases.totalLabel(), value: totalWords(rubric, sheet) },
      { label: phrases.doneLabel(), value: phrases.done(points.size, rubric.criterionCount) },
    ],
  };
};

function totalWords(rubric: Rubric, sheet: ScoreSheet): string {
  const points = pointsByRow(sheet);
  return phrases.total(totalPoints(rubric, points), rubric.totalPoints, bonusPoints(rubric, points));
}

/** Total, section totals, and the bar if there is one. */
export function totalBySection({ campaign }: Context, sheet: ScoreSheet): Block[] {
  const { rubric } = campaign.definition;
  const bar = barSentence(campaign, sheet);
  return [
    { kind: "facts", facts: [{ label: phrases.totalLabel(), value: totalWords(rubric, sheet) }] },
    { kind: "list", items: rubric.sections.map((section) => sectionWords(section, sheet)) },
    ...(bar === undefined ? [] : [{ kind: "text" as const, text: bar }]),
  ];
}

function sectionWords(section: Section, sheet: ScoreSheet): string {
  if (!section.criteria.every(({ knockOut }) => knockOut)) {
    return phrases.section(section, sectionPoints(section, pointsByRow(sheet)));
  }
  const rows = section.criteria.filter(({ id }) => sheet.scores.get(id)?.state === "requirementNotMet");
  return phrases.knockOutSection(
    section,
    rows.map(({ id }) => id),
  );
}

/** Reason against recommendation, as a sentence; undefined if there is none. */
export function barSentence({ definition }: Context["campaign"], sheet: ScoreSheet): string | undefined {
  const { rubric, campaign } = definition;
  const bar = barOf(rubric, sheet);
  if (!bar) return undefined;
  const lines = bar.kind === "knockedOut" ? bar.rows.flatMap(({ line }) => line) : rubric.line;
  return phrases.barred(bar, campaign.words, sourceWords(definition, lines));
}

export interface PageShown {
  page: SheetPage;
  sheet: ScoreSheet;
  /** Stored reasons in words, by row. */
  reasons: ReadonlyMap<string, string>;
  refused: readonly Refused[];
}

/** Longer reasons are cut beside their row. */
const MOST_OF_REASON = 24;

/** Full wording of the page's rows, right above the form, and what of the last submission was not saved. */
export function pageBlocks({ campaign, rulings }: Context, { page, sheet, reasons, refused }: PageShown): Block[] {
  const { rows, section, piece } = page;
  const { allOrNothing } = pointRulesIn(campaign.definition, rulings);
  const reduced = reducedWithoutReason(rows, sheet);
  const items = rows.map((row) =>
    phrases.row(row, { allOrNothing: allOrNothing.includes(row.id), reason: shortReason(reasons.get(row.id)) }),
  );
  return [
    { kind: "text", text: phrases.lead(campaign.definition.rubric) },
    { kind: "heading", text: phrases.sectionHeading(section, piece) },
    { kind: "list", items },
    ...(reduced.length > 0 ? [{ kind: "text" as const, text: phrases.noReason(reduced) }] : []),
    ...refusedBlocks(refused),
  ];
}

function shortReason(reason: string | undefined): string | undefined {
  if (reason === undefined || [...reason].length <= MOST_OF_REASON) return reason;
  return `${[...reason].slice(0, MOST_OF_REASON).join("")}…`;
}

function refusedBlocks(refused: readonly Refused[]): Block[] {
  const named = refused.filter(({ sentence }) => sentence !== "");
  if (named.length === 0) return [];
  return [
    { kind: "text", text: phrases.refusedLead(named.length) },
    { kind: "list", items: named.map(({ sentence, typed }) => phrases.refused(sentence, typed)) },
  ];
}

/** Rows without points, and rows whose points the rulings do not allow any more, beside the running total. */
export const openRows = ({ campaign: { definition }, rulings }: Context, sheet: ScoreSheet): Block[] => {
  const open = unanswered(definition.rubric, pointsByRow(sheet));
  const unfit = unfitRows(definition.rubric, sheet, pointRulesIn(definition, rulings));
  const facts = [
    ...(open.length > 0 ? [{ label: phrases.openLabel(), value: open.join("、") }] : []),
    ...(unfit.length > 0 ? [{ label: phrases.unfitLabel(), value: unfit.join("、") }] : []),
  ];
  return facts.length > 0 ? [{ kind: "facts", facts }] : [];
};

/**
 * For typed scoring: the open row, or the remaining steps before finalizing.
 * @param words `said`: feedback on the last input; `allAnswered`: sentence for a complete sheet
 */
export function askBlocks(
  { campaign }: Context,
  { at, sheet }: Pick<ScoringDraft, "at" | "sheet">,
  { said = [], allAnswered }: { said?: readonly string[]; allAnswered: string },
): Block[] {
  const { rubric } = campaign.definition;
  const row = at === undefined ? undefined : criterionById(rubric, at);
  const reduced = reducedWithoutReason(criteriaOf(rubric), sheet);
  const lines = row
    ? [...said, phrases.ask(row)]
    : [...said, allAnswered, ...(reduced.length > 0 ? [phrases.noReason(reduced)] : [])];
  return lines.map((text) => ({ kind: "text", text }));
}
