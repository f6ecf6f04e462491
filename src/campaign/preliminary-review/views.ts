import type { Action, Block, View } from "../../platform/chat/view.ts";
import { momentWords } from "../definition/wording.ts";
import type { Turn } from "../engine/feature.ts";
import { sectionPoints, totalPoints, unanswered } from "../scoring/points.ts";
import { criterionById } from "../scoring/rubric.ts";
import { reviewPhrases as phrases } from "./phrases.ts";
import { pointsByRow, reducedWithoutReason } from "./rules.ts";
import { pageAt, type Sheet, type SheetPage, sheetPages } from "./sheet.ts";

type Shown = Pick<Sheet, "application" | "review" | "at">;

/** The sheet's card: a page of rows with their full wording, the running total, and what is still open. */
export function sheetView(turn: Turn, shown: Shown): View {
  const { application, review } = shown;
  if (review.lockedAt) return lockedView(turn, shown, review.lockedAt);
  const pages = sheetPages(turn, shown);
  const index = pageAt(pages, shown.at);
  const page = turn.cards.interactive ? pages[index] : undefined;
  return {
    title: phrases.title(application.compoundName),
    tone: "running",
    status: phrases.scoring(),
    body: [...totals(turn, shown), ...(page ? pageBlocks(page, review) : askBlocks(turn, shown))],
    ...(page ? { form: page.form } : {}),
    actions: sheetActions(turn, shown, { isFirst: index === 0, isLast: index >= pages.length }),
    footnote: phrases.footnote(),
  };
}

function totals({ campaign }: Turn, { review }: Shown): Block[] {
  const { rubric } = campaign.definition;
  const points = pointsByRow(review);
  return [
    {
      kind: "facts",
      facts: [
        { label: phrases.totalLabel(), value: phrases.total(totalPoints(rubric, points), rubric.totalPoints) },
        { label: phrases.doneLabel(), value: phrases.done(points.size, rubric.criterionCount) },
      ],
    },
  ];
}

function pageBlocks({ rows }: SheetPage, review: Shown["review"]): Block[] {
  const reduced = reducedWithoutReason(rows, review).map(({ id }) => id);
  return [
    { kind: "text", text: phrases.lead() },
    { kind: "list", items: rows.map(phrases.row) },
    ...(reduced.length > 0 ? [{ kind: "text" as const, text: phrases.noReason(reduced) }] : []),
  ];
}

/** For those who type: the open row, or what is left before locking. @param said what was just done */
export function askBlocks(
  turn: Turn,
  { at, review }: Pick<Shown, "at" | "review">,
  said: readonly string[] = [],
): Block[] {
  const { rubric } = turn.campaign.definition;
  const row = at === undefined ? undefined : criterionById(rubric, at);
  const reduced = reducedWithoutReason(
    rubric.sections.flatMap(({ criteria }) => criteria),
    review,
  ).map(({ id }) => id);
  const lines = row
    ? [...said, phrases.ask(row)]
    : [...said, phrases.allAnswered(), ...(reduced.length > 0 ? [phrases.noReason(reduced)] : [])];
  return lines.map((text) => ({ kind: "text", text }));
}

function sheetActions(
  turn: Turn,
  { application, review }: Shown,
  place: { isFirst: boolean; isLast: boolean },
): Action[] {
  const { id: subject, compoundName: name } = application;
  const isDone = unanswered(turn.campaign.definition.rubric, pointsByRow(review)).length === 0;
  const turnPage = turn.cards.interactive;
  const all: (Action | undefined)[] = [
    isDone
      ? { id: "preliminary-review.lock", label: phrases.lock(), typed: `锁定 ${name}`, look: "primary", subject }
      : undefined,
    turnPage && !place.isFirst
      ? { id: "preliminary-review.back", label: phrases.back(), typed: "上一步", look: "default", subject }
      : undefined,
    turnPage && !place.isLast
      ? { id: "preliminary-review.next", label: phrases.next(), typed: "跳过", look: "default", subject }
      : undefined,
    {
      id: "preliminary-review.unanswered",
      label: phrases.listUnanswered(),
      typed: `未答 ${name}`,
      look: "default",
      subject,
    },
  ];
  return all.filter((action) => action !== undefined);
}

function lockedView({ campaign }: Turn, { application, review }: Shown, lockedAt: Date): View {
  const { rubric } = campaign.definition;
  const points = pointsByRow(review);
  return {
    title: phrases.title(application.compoundName),
    tone: "done",
    status: phrases.locked(),
    body: [
      { kind: "text", text: phrases.lockedLead(momentWords(lockedAt)) },
      {
        kind: "facts",
        facts: [{ label: phrases.totalLabel(), value: phrases.total(totalPoints(rubric, points), rubric.totalPoints) }],
      },
      {
        kind: "list",
        items: rubric.sections.map((section) => phrases.section(section, sectionPoints(section, points))),
      },
    ],
    actions: [{ id: "recommendation.start", label: phrases.recommend(), typed: "推荐", look: "primary" }],
    footnote: phrases.footnote(),
  };
}
