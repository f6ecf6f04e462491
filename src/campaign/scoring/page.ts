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

/** Longest possible number of points, and the longer verdict. */
const LARGEST = 10.25;
const REASON = "-reason";

/** Rows on one page of a card form. */
export interface SheetPage {
  rows: readonly Criterion[];
  fields: readonly ViewField[];
}

/** Splits the sheet into card pages; the size includes the reason fields. */
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

/** Measured with maximum-length values, so the page breaks do not move during entry. */
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

/** Select values of a knock-out row. */
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

/** Index of the page with the row; past the last page if `at` is undefined. */
export const pageAt = (pages: readonly SheetPage[], at: string | undefined): number => {
  const found = pages.findIndex(({ rows }) => rows.some(({ id }) => id === at));
  return found === -1 ? pages.length : found;
};

/** First row of the next page; undefined after the last page. */
export function pageAfter(context: Context, { sheet, at }: ScoringDraft): string | undefined {
  const pages = sheetPages(context, sheet);
  return pages[pageAt(pages, at) + 1]?.rows[0]?.id;
}

/** First row of the previous page; from the end, of the last page. */
export function pageBefore(context: Context, { sheet, at }: ScoringDraft): string | undefined {
  const pages = sheetPages(context, sheet);
  return pages[Math.max(0, pageAt(pages, at) - 1)]?.rows[0]?.id;
}

const pageValues = z.record(z.string(), z.union([z.string().trim(), z.number()]).catch(""));

/** Reads a submitted page: points or verdict and reason by row. Empty fields keep the stored values. */
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
