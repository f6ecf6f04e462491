import type { ViewField } from "../../platform/chat/view.ts";
import { turnField } from "../../platform/conversation/page-turn.ts";
import type { Refused } from "../../platform/conversation/shared-work.ts";
import { reckonedOnce } from "../../shared/reckoned-once.ts";
import type { Definition } from "../definition/definition.ts";
import type { Context } from "../engine/context.ts";
import { scoringPhrases as phrases } from "./phrases.ts";
import { type PointRules, pointRulesIn, pointsByRow } from "./points.ts";
import { REASONS } from "./reasons.ts";
import type { Criterion, Rubric, Section } from "./rubric.ts";
import type { Score, ScoreSheet } from "./score-sheet.ts";

/** A page of a card form: a part of the rubric, or a piece of one that does not fit into a card value. */
export interface SheetPage {
  section: Section;
  /** 1 of 1, unless the part takes several pages. */
  piece: { at: number; of: number };
  rows: readonly Criterion[];
}

/** The sheet's pages, in the plan's order. Their breaks do not depend on what is given. */
export function sheetPages({ campaign, cards, rulings }: Context): readonly SheetPage[] {
  const { definition } = campaign;
  const rules = pointRulesIn(definition, rulings);
  // All that they depend on besides the definition.
  const key = JSON.stringify([rules, cards.formRoom.limit]);
  const known = pagesOf(definition);
  const pages = known.get(key) ?? brokenInto(definition.rubric, { cards, rules });
  known.set(key, pages);
  return pages;
}

const pagesOf = reckonedOnce((_: Definition) => new Map<string, readonly SheetPage[]>());

function brokenInto(
  { sections }: Rubric,
  { cards, rules }: { cards: Context["cards"]; rules: PointRules },
): SheetPage[] {
  const fits = (rows: readonly Criterion[]) => isRoomFor(cards, rows, { rules, isNamed: false });
  return sections.flatMap((section) => {
    const pieces = piecesOf(section.criteria, fits);
    return pieces.map((rows, at) => ({ section, piece: { at: at + 1, of: pieces.length }, rows }));
  });
}

/** As few equal pieces as fit. */
function piecesOf(rows: readonly Criterion[], fits: (rows: readonly Criterion[]) => boolean): Criterion[][] {
  for (let count = 1; ; count++) {
    const size = Math.ceil(rows.length / count);
    const pieces = Array.from({ length: Math.ceil(rows.length / size) }, (_, at) =>
      rows.slice(at * size, (at + 1) * size),
    );
    if (size <= 1 || pieces.every(fits)) return pieces;
  }
}

/** Whether the rows fit on one page, whatever is given. */
function isRoomFor(
  { formRoom: { limit, measure } }: Context["cards"],
  rows: readonly Criterion[],
  how: { rules: PointRules; isNamed: boolean },
): boolean {
  const fields = rows.map((row) => atItsLargest(row, how));
  return measure([...fields, reasonsField(rows, how), turnField({ isFirst: false })]) <= limit;
}

function atItsLargest(
  row: Criterion,
  { rules: { step, allOrNothing }, isNamed }: { rules: PointRules; isNamed: boolean },
): ViewField {
  const field = rowField(row, { allOrNothing, isNamed });
  return field.kind === "number"
    ? { ...field, value: row.maxPoints + (step < 1 ? step : 0) }
    : { ...field, value: KNOCKED_OUT };
}

interface PageFacts {
  sheet: ScoreSheet;
  isFirst: boolean;
  /** No page follows. */
  isLast?: boolean;
  /** What the person wrote and was refused. */
  refused: readonly Refused[];
}

/** A field for each row's points, one for the page's reasons, and what comes after. */
export function pageFields({ cards, campaign, rulings }: Context, { rows }: SheetPage, facts: PageFacts): ViewField[] {
  const { sheet, isFirst, isLast = false, refused } = facts;
  const points = pointsByRow(sheet);
  const rules = pointRulesIn(campaign.definition, rulings);
  const isNamed = isRoomFor(cards, rows, { rules, isNamed: true });
  const written = new Map(refused.map(({ key, typed }) => [key, typed]));
  const fields = rows.map((row) =>
    rowField(row, {
      ...{ allOrNothing: rules.allOrNothing, isNamed },
      points: isInWords(row, sheet) ? undefined : points.get(row.id),
      state: sheet.scores.get(row.id)?.state,
      refused: written.get(row.id),
    }),
  );
  const turn = turnField({ isFirst, isLast });
  const withReasons = [...fields, reasonsField(rows, { rules, refused: written.get(REASONS) }), turn];
  const { limit, measure } = cards.formRoom;
  // A long refused text stands above the form only.
  return measure(withReasons) <= limit ? withReasons : [...fields, reasonsField(rows, { rules }), turn];
}

/** 不适用, 与初评一致, 不符合: what stands above the form, not as a number in it. */
const isInWords = ({ id, knockOut }: Criterion, { scores }: ScoreSheet): boolean =>
  !knockOut && scores.has(id) && scores.get(id)?.state !== "given";

interface RowFacts {
  /** Rows that get 0 or their maximum, by id. */
  allOrNothing: readonly string[];
  isNamed: boolean;
  points?: number | undefined;
  state?: Score["state"] | undefined;
  refused?: string | undefined;
}

/** Numbers of more signs are not put back into a field. */
const MOST_SIGNS = 3;

function rowField(row: Criterion, { allOrNothing, isNamed, points, state, refused }: RowFacts): ViewField {
  const label = phrases.fieldLabel(row, { allOrNothing: allOrNothing.includes(row.id), isNamed });
  const common = { name: row.id, label, required: false };
  if (row.knockOut) {
    const options = [
      { value: PASSED, text: phrases.passed() },
      { value: KNOCKED_OUT, text: phrases.knockedOut() },
    ];
    const value = state === "requirementNotMet" ? KNOCKED_OUT : PASSED;
    return { ...common, kind: "select", options, ...(state === undefined ? {} : { value }) };
  }
  const typed = refused !== undefined && refused.length <= MOST_SIGNS ? Number(refused) : Number.NaN;
  const value = Number.isFinite(typed) ? typed : points;
  return { ...common, kind: "number", ...(value === undefined ? {} : { value }) };
}

/** Select values of a knock-out row. */
export const PASSED = "passed";
export const KNOCKED_OUT = "knockedOut";

const reasonsField = (
  rows: readonly Criterion[],
  { rules, refused = "" }: { rules: PointRules; refused?: string | undefined },
): ViewField => ({
  name: REASONS,
  label: phrases.reasonsLabel(),
  kind: "textArea",
  required: false,
  placeholder: phrases.reasonsPlaceholder(
    rows,
    rules.notApplicable.rows.filter((id) => rows.some((row) => row.id === id)),
  ),
  ...(refused === "" ? {} : { value: refused }),
});

/** Index of the page with the row; past the last page if `at` is undefined. */
export const pageAt = (pages: readonly SheetPage[], at: string | undefined): number => {
  const found = pages.findIndex(({ rows }) => rows.some(({ id }) => id === at));
  return found === -1 ? pages.length : found;
};

export const isLastPage = (context: Context, index: number): boolean => index === sheetPages(context).length - 1;

/** First row of the next page; undefined after the last page. */
export function pageAfter(context: Context, at: string | undefined): string | undefined {
  const pages = sheetPages(context);
  return pages[pageAt(pages, at) + 1]?.rows[0]?.id;
}

/** First row of the previous page; from the end, of the last page. */
export function pageBefore(context: Context, at: string | undefined): string | undefined {
  const pages = sheetPages(context);
  return pages[Math.max(0, pageAt(pages, at) - 1)]?.rows[0]?.id;
}
