import { z } from "zod";
import type { ViewField } from "../../platform/chat/view.ts";
import { readPoints } from "../../platform/conversation/answers/parse-points.ts";
import { plainAnswer } from "../../platform/conversation/plain.ts";
import { readVerdict } from "../../platform/conversation/score-line.ts";
import type { Context } from "../engine/context.ts";
import { scoringPhrases as phrases } from "./phrases.ts";
import { pointsByRow } from "./points.ts";
import { type Criterion, criteriaOf, criterionById } from "./rubric.ts";
import type { GivenScore, ScoreSheet } from "./score-sheet.ts";
import type { ScoringDraft } from "./scoring-draft.ts";

/** As many figures as points can have, and the longer verdict. */
const LARGEST = 10.25;
const REASON = "-reason";

/** Rows of the sheet that one form of a card has room for. */
export interface SheetPage {
  rows: readonly Criterion[];
  fields: readonly ViewField[];
}

/** The sheet as pages of a card: as many rows as fit with their reasons. */
export function sheetPages({ campaign, cards }: Context, sheet: ScoreSheet): SheetPage[] {
  const { limit, measure } = cards.formRoom;
  const pages: { rows: Criterion[]; fields: ViewField[] }[] = [];
  for (const row of criteriaOf(campaign.definition.rubric)) {
    const fields = rowFields(row, sheet);
    const page = pages.at(-1);
    if (page && measure([...page.fields, ...fields].map(atItsLargest)) <= limit) {
      page.rows.push(row);
      page.fields.push(...fields);
    } else pages.push({ rows: [row], fields });
  }
  return pages;
}

/** Measured as if it held points, so that the pages stay the same while they are filled. */
function atItsLargest(field: ViewField): ViewField {
  if (field.kind === "number") return { ...field, value: LARGEST };
  return field.kind === "select" ? { ...field, value: KNOCKED_OUT } : field;
}

function rowFields(row: Criterion, sheet: ScoreSheet): ViewField[] {
  const given = pointsByRow(sheet).get(row.id);
  const hasReason = sheet.scores.get(row.id)?.reason !== undefined;
  const placeholder = row.knockOut ? phrases.verdictReasonPlaceholder : phrases.reasonPlaceholder;
  return [
    row.knockOut
      ? verdictField(row, sheet)
      : {
          name: row.id,
          label: phrases.fieldLabel(row),
          kind: "number",
          required: false,
          placeholder: phrases.range(row),
          ...(given === undefined ? {} : { value: given }),
        },
    {
      name: `${row.id}${REASON}`,
      label: phrases.reasonLabel(row),
      kind: "text",
      required: false,
      placeholder: placeholder(hasReason),
    },
  ];
}

/** Values of the select of a row that knocks out. */
const PASSED = "passed";
const KNOCKED_OUT = "knockedOut";

function verdictField(row: Criterion, { scores }: ScoreSheet): ViewField {
  const state = scores.get(row.id)?.state;
  const value = state === "requirementNotMet" ? KNOCKED_OUT : PASSED;
  return {
    name: row.id,
    label: phrases.fieldLabel(row),
    kind: "select",
    required: false,
    options: [
      { value: PASSED, text: phrases.passed() },
      { value: KNOCKED_OUT, text: phrases.knockedOut() },
    ],
    ...(state === undefined ? {} : { value }),
  };
}

/** Which page holds the row; beyond the last one when there is no row. */
export const pageAt = (pages: readonly SheetPage[], at: string | undefined): number => {
  const found = pages.findIndex(({ rows }) => rows.some(({ id }) => id === at));
  return found === -1 ? pages.length : found;
};

/** The first row of the page after the open one; none after the last. */
export function pageAfter(context: Context, { sheet, at }: ScoringDraft): string | undefined {
  const pages = sheetPages(context, sheet);
  return pages[pageAt(pages, at) + 1]?.rows[0]?.id;
}

/** The first row of the page before the open one; from the end the last page's. */
export function pageBefore(context: Context, { sheet, at }: ScoringDraft): string | undefined {
  const pages = sheetPages(context, sheet);
  return pages[Math.max(0, pageAt(pages, at) - 1)]?.rows[0]?.id;
}

const pageValues = z.record(z.string(), z.union([z.string().trim(), z.number()]).catch(""));

/** What a submitted page gives: by row its points or verdict, its reason, or both; fields left empty change nothing. */
export function givenOnPage(
  { campaign }: Context,
  values: Readonly<Record<string, unknown>>,
): { given: GivenScore[]; problems: string[] } {
  const byRow = new Map<string, GivenScore>();
  const problems: string[] = [];
  for (const [name, value] of Object.entries(pageValues.parse(values))) {
    const id = name.endsWith(REASON) ? name.slice(0, -REASON.length) : name;
    const row = criterionById(campaign.definition.rubric, id);
    if (!row) problems.push(phrases.noSuchRow(name.slice(0, 20)));
    if (!row || value === "") continue;
    const known = byRow.get(id) ?? { criterion: id };
    if (name.endsWith(REASON)) byRow.set(id, { ...known, reason: String(value) });
    else {
      const answer = answerOf(row, value);
      if (answer) byRow.set(id, { ...known, ...answer });
      else problems.push(row.knockOut ? phrases.notAVerdict(id) : phrases.notANumber(id));
    }
  }
  return { given: [...byRow.values()], problems };
}

function answerOf(row: Criterion, value: string | number): Omit<GivenScore, "criterion"> | undefined {
  if (row.knockOut) {
    const knockedOut =
      value === KNOCKED_OUT ? true : value === PASSED ? false : readVerdict(plainAnswer(String(value)));
    return knockedOut === undefined ? undefined : { points: 0, knockedOut };
  }
  const points = typeof value === "number" ? value : readPoints(plainAnswer(value), row.maxPoints);
  return points === undefined ? undefined : { points };
}
