import { type Action, textView, type View, type ViewForm } from "../../platform/chat/view.ts";
import { hasRecommendation } from "../application/offered.ts";
import { deliverableFor } from "../definition/purposes.ts";
import { sourceWords } from "../definition/source-words.ts";
import { momentWords } from "../definition/wording.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { Context } from "../engine/context.ts";
import { pageAt, type SheetPage, sheetPages } from "../scoring/page.ts";
import { pointsByRow, unanswered } from "../scoring/points.ts";
import { askBlocks, pageBlocks, runningTotal, totalBySection } from "../scoring/views.ts";
import { reviewPhrases as phrases } from "./phrases.ts";
import type { ReviewDraft } from "./review.ts";

export const SAVE_PAGE = "preliminary-review.save-page";

type Shown = Pick<ReviewDraft, "application" | "sheet" | "at">;

/** The sheet card: running total, and one page of rows with their full wording. */
export function sheetView(context: Context, shown: Shown): View {
  const { application, sheet } = shown;
  if (sheet.finalizedAt) return finalizedView(context, shown, sheet.finalizedAt);
  const pages = sheetPages(context, sheet);
  const index = pageAt(pages, shown.at);
  const page = context.cards.interactive ? pages[index] : undefined;
  const rows = page
    ? pageBlocks(context, page, sheet)
    : askBlocks(context, shown, { allAnswered: allAnswered(context) });
  return {
    title: phrases.title(application.compoundName),
    tone: "running",
    status: phrases.scoring(),
    body: [runningTotal(context, sheet), ...rows],
    ...(page ? { form: pageForm(page, index, application.id) } : {}),
    actions: sheetActions(context, shown, { isFirst: index === 0, isLast: index >= pages.length }),
    footnote: footnote(context),
  };
}

const allAnswered = ({ campaign: { definition } }: Context): string =>
  phrases.allAnswered(definition.rubric.criterionCount, hasRecommendation(definition));

function footnote({ campaign: { definition } }: Context): string {
  const lines = [...definition.rubric.line, ...(deliverableFor(definition, "review")?.line ?? [])];
  return phrases.footnote(sourceWords(definition, lines), nounsOf(definition));
}

const pageForm = ({ fields }: SheetPage, index: number, subject: string): ViewForm => ({
  id: `preliminary-review-${index + 1}`,
  action: SAVE_PAGE,
  subject,
  submitLabel: phrases.savePage(),
  fields,
});

function sheetActions(
  context: Context,
  { application, sheet }: Shown,
  page: { isFirst: boolean; isLast: boolean },
): Action[] {
  const { id: subject, compoundName: name } = application;
  const turnsPages = context.cards.interactive;
  const all: (Action | undefined)[] = [
    isDone(context, sheet) ? { ...finalizeAction(name), subject } : undefined,
    turnsPages && !page.isFirst
      ? { id: "preliminary-review.back", label: phrases.back(), typed: "上一步", look: "default", subject }
      : undefined,
    turnsPages && !page.isLast
      ? { id: "preliminary-review.next", label: phrases.next(), typed: "跳过", look: "default", subject }
      : undefined,
    {
      id: "preliminary-review.unanswered",
      label: phrases.listUnanswered(),
      typed: `未评分条目 ${name}`,
      look: "default",
      subject,
    },
  ];
  return all.filter((action) => action !== undefined);
}

const isDone = ({ campaign }: Context, sheet: Shown["sheet"]): boolean =>
  unanswered(campaign.definition.rubric, pointsByRow(sheet)).length === 0;

const finalizeAction = (name: string): Action => ({
  id: "preliminary-review.lock",
  label: phrases.finalize(),
  typed: `提交定稿 ${name}`,
  look: "primary",
});

function finalizedView(context: Context, { application, sheet }: Shown, finalizedAt: Date): View {
  return {
    title: phrases.title(application.compoundName),
    tone: "done",
    status: phrases.finalized(),
    body: [{ kind: "text", text: phrases.finalizedLead(momentWords(finalizedAt)) }, ...totalBySection(context, sheet)],
    actions: hasRecommendation(context.campaign.definition)
      ? [{ id: "recommendation.start", label: phrases.recommend(), typed: "推荐", look: "primary" }]
      : [],
    footnote: footnote(context),
  };
}

/** For typed scoring. @param said feedback on the last input, shown before the next row */
export function askView(context: Context, { application, sheet, at }: Shown, said: readonly string[]): View {
  const name = application.compoundName;
  return {
    title: phrases.title(name),
    tone: "running",
    status: phrases.scoring(),
    body: askBlocks(context, { at, sheet }, { said, allAnswered: allAnswered(context) }),
    actions: [
      ...(at === undefined && isDone(context, sheet) ? [finalizeAction(name)] : []),
      { id: "", label: phrases.listUnanswered(), typed: `未评分条目 ${name}`, look: "default" },
      { id: "", label: phrases.leave(), typed: phrases.leave(), look: "default" },
    ],
  };
}

export const leftView = (name: string): View =>
  textView(phrases.title(name), phrases.leftLead(), {
    actions: [{ id: "", label: phrases.goOn(), typed: `初评 ${name}`, look: "primary" }],
  });
