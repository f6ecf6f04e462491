import { z } from "zod";
import type { ViewField } from "../../platform/chat/view.ts";
import { readPoints } from "../../platform/conversation/answers/parse-points.ts";
import { plainAnswer } from "../../platform/conversation/plain.ts";
import type { Context } from "../engine/context.ts";
import { scoringPhrases as phrases } from "./phrases.ts";
import { pointsByRow } from "./points.ts";
import { type Criterion, criteriaOf, criterionById } from "./rubric.ts";
import type { GivenScore, ScoreSheet } from "./score-sheet.ts";
import type { ScoringDraft } from "./scoring-draft.ts";

/** As many figures as points can have. */
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
const atItsLargest = (field: ViewField): ViewField => (field.kind === "number" ? { ...field, value: LARGEST } : field);

function rowFields(row: Criterion, sheet: ScoreSheet): ViewField[] {
  const given = pointsByRow(sheet).get(row.id);
  const hasReason = sheet.scores.get(row.id)?.reason !== undefined;
  return [
    {
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
      placeholder: phrases.reasonPlaceholder(hasReason),
    },
  ];
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

/** What a submitted page gives: by row its points, its reason, or both; fields left empty change nothing. */
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
      const points = typeof value === "number" ? value : readPoints(plainAnswer(value), row.maxPoints);
      if (points === undefined) problems.push(phrases.notANumber(id));
      else byRow.set(id, { ...known, points });
    }
  }
  return { given: [...byRow.values()], problems };
}
