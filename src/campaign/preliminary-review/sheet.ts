import type { ViewField, ViewForm } from "../../platform/chat/view.ts";
import type { Draft } from "../../platform/conversation/drafts.ts";
import type { Application } from "../application/application.ts";
import type { PersonTurn, Turn } from "../engine/feature.ts";
import { unanswered } from "../scoring/points.ts";
import { type Criterion, criteriaOf } from "../scoring/rubric.ts";
import { reviewPhrases as phrases } from "./phrases.ts";
import { pointsByRow } from "./rules.ts";
import type { PreliminaryReview } from "./store.ts";

export const SAVE_PAGE = "preliminary-review.save-page";
/** As many figures as points can have. */
const LARGEST = 10.25;

export const PLACE = "preliminary-review.place";

/** 评分表 as a person has it before them: the review and the row they are at; no row when all is given. */
export interface Sheet {
  application: Application;
  review: PreliminaryReview;
  /** Keeps the row: a draft of the person's own district. */
  place: Draft;
  at: string | undefined;
}

/** The person's place in the sheet, begun at the first row without points. */
export async function openSheet(
  turn: PersonTurn,
  { application, review }: Pick<Sheet, "application" | "review">,
): Promise<Sheet> {
  const { tx, campaign, person, drafts } = turn;
  const owner = { campaignId: campaign.id, kind: PLACE, district: application.district, subject: application.id };
  const [known] = await drafts.unfinished(tx, owner);
  const at = nextRow(turn, review, undefined);
  const place = known ?? (await drafts.start(tx, { ...owner, startedBy: person.staffId, body: { at } }));
  return { application, review, place, at: known ? placeOf(known) : at };
}

export const placeOf = ({ body }: Draft): string | undefined => (body as { at?: string }).at;

export async function moveTo(turn: PersonTurn, sheet: Sheet, at: string | undefined): Promise<Sheet> {
  return { ...sheet, at, place: await turn.drafts.save(turn.tx, sheet.place, { body: { at }, state: "open" }) };
}

/** The first row without points after this one, then from the beginning; undefined when every row has points. */
export function nextRow({ campaign }: Turn, review: PreliminaryReview, after: string | undefined): string | undefined {
  const open = unanswered(campaign.definition.rubric, pointsByRow(review));
  const order = criteriaOf(campaign.definition.rubric).map(({ id }) => id);
  return open.find((id) => order.indexOf(id) > order.indexOf(after ?? "")) ?? open[0];
}

export interface SheetPage {
  rows: readonly Criterion[];
  form: ViewForm;
}

/** The sheet as pages of a card: as many rows as fit with their reasons. */
export function sheetPages(
  { campaign, cards }: Turn,
  { application, review }: Pick<Sheet, "application" | "review">,
): SheetPage[] {
  const { limit, measure } = cards.formRoom;
  const pages: { rows: Criterion[]; fields: ViewField[] }[] = [];
  for (const row of criteriaOf(campaign.definition.rubric)) {
    const fields = rowFields(row, review);
    const page = pages.at(-1);
    if (page && measure([...page.fields, ...fields].map(atItsLargest)) <= limit) {
      page.rows.push(row);
      page.fields.push(...fields);
    } else pages.push({ rows: [row], fields });
  }
  return pages.map(({ rows, fields }, index) => ({
    rows,
    form: {
      id: `preliminary-review-${index + 1}`,
      action: SAVE_PAGE,
      subject: application.id,
      submitLabel: phrases.savePage(),
      fields,
    },
  }));
}

/** Measured as if it held points, so that the pages stay the same while they are filled. */
const atItsLargest = (field: ViewField): ViewField => (field.kind === "number" ? { ...field, value: LARGEST } : field);

/** Where the pages hold the row; the last page when there is none. */
export const pageAt = (pages: readonly SheetPage[], at: string | undefined): number => {
  const found = pages.findIndex(({ rows }) => rows.some(({ id }) => id === at));
  return found === -1 ? pages.length : found;
};

function rowFields(row: Criterion, review: PreliminaryReview): ViewField[] {
  const given = pointsByRow(review).get(row.id);
  const hasReason = review.points.get(row.id)?.reason !== undefined;
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
      name: `${row.id}-reason`,
      label: phrases.reasonLabel(row),
      kind: "text",
      required: false,
      placeholder: phrases.reasonPlaceholder(hasReason),
    },
  ];
}
