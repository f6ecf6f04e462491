import type { Action, Block } from "../../platform/chat/view.ts";
import { scorePhrases } from "../../platform/conversation/phrases.ts";
import type { ScoreLine } from "../../platform/conversation/score-rules.ts";
import { type Refused, toldRefusals } from "../../platform/conversation/shared-work.ts";
import type { Application } from "../application/application.ts";
import { sourceWords } from "../definition/source-words.ts";
import type { Context } from "../engine/context.ts";
import { type BesideRows, besideRows } from "./beside-rows.ts";
import type { SheetPage } from "./page.ts";
import { scoringPhrases as phrases } from "./phrases.ts";
import {
  bonusPoints,
  HUNDREDTHS,
  pointRulesIn,
  pointsByRow,
  reducedWithoutReason,
  rowsToScore,
  sectionPoints,
  totalPoints,
  unanswered,
  unfitRows,
} from "./points.ts";
import { type Criterion, criteriaOf, criterionById, type Rubric, type Section } from "./rubric.ts";
import type { Score, ScoreSheet } from "./score-sheet.ts";
import { type ScoreTexts, stateWords, textsOn, valueWords } from "./score-values.ts";
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
  /** Stored reasons and remarks in words. */
  texts: ScoreTexts;
  beside: BesideRows;
  refused: readonly Refused[];
}

/** Longer reasons and remarks are cut beside their row. */
const MOST_OF_TEXT = 60;

const text = (words: string): Block => ({ kind: "text", text: words });

/**
 * The page's rows right above the form, each with its full wording and what stands beside it, and what of the last
 * submission was not saved.
 */
export function pageBlocks(
  { campaign, rulings }: Context,
  { page, sheet, texts, beside, refused }: PageShown,
): Block[] {
  const { rows, section, piece } = page;
  const { allOrNothing } = pointRulesIn(campaign.definition, rulings);
  const reduced = reducedWithoutReason(rows, sheet);
  return [
    text(phrases.lead(campaign.definition.rubric)),
    ...(beside.note === undefined ? [] : [text(beside.note)]),
    { kind: "heading", text: phrases.sectionHeading(section, piece) },
    ...rows.map((row) => {
      const words = phrases.row(row, { allOrNothing: allOrNothing.includes(row.id) });
      return text([words, ...besideLines(beside, row.id), ...givenLines(row, sheet, texts)].join("\n"));
    }),
    ...(reduced.length > 0 ? [text(phrases.noReason(reduced))] : []),
    ...refusedBlocks(refused),
  ];
}

/** What stands beside a row, as a line. */
const besideLines = ({ lines }: BesideRows, id: string): string[] => {
  const words = lines.get(id) ?? [];
  return words.length === 0 ? [] : [phrases.beside(words)];
};

/** 不适用, reason and remark of a row, shortened. */
function givenLines({ id, knockOut }: Criterion, { scores }: ScoreSheet, { reasons, remarks }: ScoreTexts): string[] {
  const noted = phrases.noted({ reason: shortened(reasons.get(id)), remark: shortened(remarks.get(id)) });
  const score = scores.get(id);
  const state = score && !knockOut ? stateWords(score) : undefined;
  const words = [...(state === undefined ? [] : [state]), ...(noted === "" ? [] : [noted])];
  return words.length === 0 ? [] : [phrases.beside(words)];
}

function shortened(words: string | undefined): string | undefined {
  if (words === undefined || [...words].length <= MOST_OF_TEXT) return words;
  return `${[...words].slice(0, MOST_OF_TEXT).join("")}…`;
}

/** Rows below their maximum, knocked out, 不适用 or with a remark, with what was written. */
export async function notedRows(context: Context, sheet: ScoreSheet): Promise<Block[]> {
  const texts = await textsOn(context, sheet);
  const rows = criteriaOf(context.campaign.definition.rubric);
  const items = rows.flatMap((row) => {
    const given = sheet.scores.get(row.id);
    return given ? notedWords(row, given, texts) : [];
  });
  return items.length === 0 ? [] : [text(phrases.notedLead()), { kind: "list", items }];
}

function notedWords(row: Criterion, given: Score, { reasons, remarks }: ScoreTexts): string[] {
  const isFull = given.state === "given" && given.hundredths === Math.round(row.maxPoints * HUNDREDTHS);
  const remark = remarks.get(row.id);
  const own = reasons.get(row.id);
  if (isFull && remark === undefined && own === undefined) return [];
  const reason = own ?? (isFull ? undefined : phrases.noReasonYet());
  return [phrases.notedRow(row, { value: valueWords(row, given), words: phrases.noted({ reason, remark }) })];
}

function refusedBlocks(refused: readonly Refused[]): Block[] {
  const named = toldRefusals(refused);
  if (named.length === 0) return [];
  // What was sent stands once, behind the last of its parts.
  const items = named.map(({ sentence, typed }, at) =>
    phrases.refused(sentence, named[at + 1]?.typed === typed ? "" : typed),
  );
  return [
    { kind: "text", text: phrases.refusedLead(named.length) },
    { kind: "list", items },
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
 * For typed scoring: the open row with what stands beside it, or the remaining steps before finalizing.
 * @param words `said`: feedback on the last input; `allAnswered`: sentence for a complete sheet
 */
export async function askBlocks(
  context: Context,
  { at, sheet, application }: Pick<ScoringDraft, "at" | "sheet"> & { application: Application },
  { said = [], allAnswered }: { said?: readonly string[]; allAnswered: string },
): Promise<Block[]> {
  const { rubric } = context.campaign.definition;
  const row = at === undefined ? undefined : criterionById(rubric, at);
  if (row) {
    const beside = await besideRows(context, { application, sheet, rows: [row] });
    return [...said, [askedWords(context, row, sheet), ...besideLines(beside, row.id)].join("\n")].map(text);
  }
  const reduced = reducedWithoutReason(criteriaOf(rubric), sheet);
  return [...said, allAnswered, ...(reduced.length > 0 ? [phrases.noReason(reduced)] : [])].map(text);
}

/** Of a row with its points, once every row has them, only what they are. */
function askedWords({ campaign: { definition }, rulings }: Context, row: Criterion, sheet: ScoreSheet): string {
  const rules = pointRulesIn(definition, rulings);
  const score = sheet.scores.get(row.id);
  if (score && rowsToScore(definition, sheet, rules).length === 0) {
    const value = valueWords(row, score);
    return phrases.shown(row, Number.isNaN(Number(value)) ? value : phrases.points(Number(value)));
  }
  return phrases.ask(row, { allOrNothing: rules.allOrNothing.includes(row.id) });
}

/** What could be read of a refused line, and what each part in doubt may mean. */
export function offered({
  readable,
  readings = [],
  choices: named = [],
}: Extract<ScoreLine, { kind: "retry" }>): Action[] {
  const choices = [...named, ...readings.map((typed) => ({ label: scorePhrases.recordReading(typed), typed }))].map(
    (one): Action => ({ id: "", ...one, look: "default" }),
  );
  if (!readable) return choices;
  const { entries, typed, doubtful } = readable;
  // Beside another reading each button says what it records.
  const label =
    doubtful && (entries === 1 || readings.length > 0)
      ? scorePhrases.recordReading(typed)
      : doubtful
        ? scorePhrases.recordRead(entries)
        : scorePhrases.recordReadable(entries);
  return [{ id: "", label, typed, look: "primary" }, ...choices];
}
