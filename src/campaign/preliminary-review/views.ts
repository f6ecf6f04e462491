import { type Action, type Block, textView, type View, type ViewForm } from "../../platform/chat/view.ts";
import { pageSubject, shareOf, shownTo, toldRefusals } from "../../platform/conversation/shared-work.ts";
import { viewPhrases } from "../../platform/conversation/view-phrases.ts";
import type { Application } from "../application/application.ts";
import { changeLines, conflictSentences } from "../application/colleagues.ts";
import { hasRecommendation } from "../application/offered.ts";
import { applicationPhrases } from "../application/phrases.ts";
import { standingsOf } from "../application/requirements/standing.ts";
import { withSight } from "../application/see-case.ts";
import { dayWordsIn } from "../definition/wording.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { Context } from "../engine/context.ts";
import { besideRowsKnown, type KnownOfCase, knownOfCase } from "../scoring/beside-rows.ts";
import { pointsByFigures } from "../scoring/by-figures.ts";
import { rowProofActions } from "../scoring/extension-points.ts";
import { isLastPage, pageAt, pageFields, type SheetPage, sheetPages } from "../scoring/page.ts";
import { scoringPhrases } from "../scoring/phrases.ts";
import { HUNDREDTHS, pointRulesIn, rowsToScore, totalOf } from "../scoring/points.ts";
import { restRows } from "../scoring/rest-rows.ts";
import { scoreValues, shownScores, textsOn } from "../scoring/score-values.ts";
import { nextRow } from "../scoring/scoring-draft.ts";
import { askBlocks, notedRows, openRows, pageBlocks, runningTotal, totalBySection } from "../scoring/views.ts";
import {
  byFiguresAction,
  byFiguresTyped,
  finalizeAction,
  finalizeBesideForm,
  goOnAction,
  restFullAction,
} from "./actions.ts";
import { enteredLines } from "./entered-lines.ts";
import { stepAfterFinal } from "./extension-points.ts";
import { finalizedView } from "./finalized-view.ts";
import { isLate, reviewDeadline } from "./lateness.ts";
import { contradictionBlocks, differenceBlocks, footnote, reopenedBlocks } from "./notes.ts";
import { reviewPhrases as phrases } from "./phrases.ts";
import type { ReviewDraft } from "./review.ts";
import { conflictForm } from "./settle.ts";

export const CONFIRM = "preliminary-review.confirm-lock";
export const SAVE_PAGE = "preliminary-review.save-page";

type Shown = Pick<ReviewDraft, "application" | "sheet" | "at" | "work" | "viewer">;

const text = (words: string): Block => ({ kind: "text", text: words });

/**
 * The sheet card: running total, and one page of rows with their full wording; and the way to the case.
 * @param reading what stands beside the rows, if it is being read already
 */
export const sheetView = async (context: Context, standing: Shown, reading?: Promise<KnownOfCase>): Promise<View> =>
  withSight(await sheetFace(context, standing, reading), standing.application);

async function sheetFace(context: Context, standing: Shown, reading?: Promise<KnownOfCase>): Promise<View> {
  const { application, sheet, work, viewer } = standing;
  const shown = { ...standing, at: standing.at ?? nextRow(context, sheet, undefined) };
  if (sheet.finalizedAt) return finalizedView(context, shown, sheet.finalizedAt);
  const { step, conflicts } = shareOf(work, viewer);
  if (conflicts.length > 0) return conflictView(context, shown);
  if (step === "left") return { ...leftView(application.compoundName, sheet), actions: [goOnAction(application)] };
  if ((step === "confirming" || step === "whyLate") && isDone(context, sheet)) return confirmView(context, shown);
  const pages = sheetPages(context);
  const index = pageAt(pages, shown.at);
  const page = context.cards.interactive ? pages[index] : undefined;
  if (!page) return withoutPage(context, shown);
  const { refused } = shareOf(work, viewer);
  const [known, entered, reopened, texts, proofs] = await Promise.all([
    reading ?? knownOfCase(context, shown),
    enteredLines(context, sheet),
    reopenedBlocks(context, sheet),
    textsOn(context, sheet),
    proofActions(context, { application, page }),
  ]);
  const beside = besideRowsKnown(context, { application, sheet, rows: page.rows }, known);
  const settled = settledIn(context, sheet, known.standing);
  return {
    ...headOf(context, shown),
    status: phrases.scoringOn(scoringPhrases.page(index + 1, pages.length)),
    body: [
      ...changes(context, shown),
      ...entered,
      ...reopened,
      runningTotal(context, sheet),
      ...openRows(context, sheet),
      ...pageBlocks(context, { page, sheet, refused, texts, beside }),
      ...(settled.length > 0 ? [text(phrases.byFiguresHint(settled))] : []),
    ],
    form: pageForm(context, shown, { page, index }),
    footnote: viewPhrases.footnote(toldRefusals(refused).length, footnote(context)),
    actions: [...besideForm(context, shown, { settled }), ...proofs],
  };
}

/** Other buttons beside a form throw away what was typed: these say so. */
function besideForm(context: Context, shown: Shown, { settled }: { settled: readonly string[] }): Action[] {
  const { application, sheet } = shown;
  const fills = sheet.scores.size > 0 && restRows(context.campaign.definition, shown).given.length > 0;
  return [
    ...(settled.length > 0 ? [byFiguresAction(application)] : []),
    ...(fills ? [restFullAction(application)] : []),
    ...(isDone(context, sheet) ? [finalizeBesideForm(application)] : []),
  ];
}

async function proofActions(
  context: Context,
  { application, page }: { application: Application; page: SheetPage },
): Promise<Action[]> {
  const rows = page.rows.map(({ id }) => id);
  return (await context.contributions(rowProofActions, { application, rows })).flat();
}

const headOf = (context: Context, { application }: Shown) => ({
  title: phrases.title(application.compoundName),
  tone: "running" as const,
  footnote: footnote(context),
});

const changes = (context: Context, { work, viewer }: Shown): Block[] =>
  changeLines(context, shownTo(work, viewer), shownScores).map(text);

/** After the last page, and without a card template: what is asked, or what is left before finalizing. */
async function withoutPage(context: Context, shown: Shown): Promise<View> {
  const { application, sheet } = shown;
  const { id: subject, compoundName: name } = application;
  const done = shown.at === undefined && isDone(context, sheet);
  return {
    ...headOf(context, shown),
    status: phrases.scoring(),
    body: [
      ...changes(context, shown),
      ...(done ? totalBySection(context, sheet) : [runningTotal(context, sheet)]),
      ...(await askBlocks(context, shown, { allAnswered: await allAnswered(context, subject) })),
    ],
    actions: [
      ...(done ? [{ ...finalizeAction(name), subject }] : []),
      ...(context.cards.interactive ? [backAction(subject)] : [{ ...listAction(name), subject }]),
    ],
  };
}

/** What comes after 提交定稿 may be something else than 推荐. */
async function allAnswered(context: Context, caseId: string): Promise<string> {
  const { definition } = context.campaign;
  const [other] = await context.contributions(stepAfterFinal, { caseId });
  return phrases.allAnswered(definition.rubric.criterionCount, hasRecommendation(definition) && !other);
}

function pageForm(context: Context, shown: Shown, { page, index }: { page: SheetPage; index: number }): ViewForm {
  const { application, sheet, work, viewer } = shown;
  const { refused } = shareOf(work, viewer);
  return {
    id: `preliminary-review-${index + 1}`,
    action: SAVE_PAGE,
    subject: pageSubject(application.id, work.edition),
    submitLabel: phrases.savePage(),
    fields: pageFields(context, page, { sheet, isFirst: index === 0, isLast: isLastPage(context, index), refused }),
  };
}

/** Every row has its points. */
export const isDone = (
  { campaign: { definition }, rulings }: Pick<Context, "campaign" | "rulings">,
  sheet: Shown["sheet"],
): boolean => rowsToScore(definition, sheet, pointRulesIn(definition, rulings)).length === 0;

const backAction = (subject: string): Action => ({
  id: "preliminary-review.back",
  label: phrases.back(),
  typed: "上一步",
  look: "default",
  subject,
});

const listAction = (name: string): Action => ({
  id: "preliminary-review.unanswered",
  label: phrases.listUnanswered(),
  typed: `未评分条目 ${name}`,
  look: "default",
});

/** Ids of the rows without points that figures settle. */
async function settledRows(context: Context, { application, sheet }: Shown): Promise<string[]> {
  return settledIn(context, sheet, (await standingsOf(context, [application])).get(application.id));
}

const settledIn = (
  { campaign, rulings }: Context,
  sheet: Shown["sheet"],
  standing: KnownOfCase["standing"],
): string[] => pointsByFigures(campaign.definition, rulings, { standing, sheet }).map(({ criterion }) => criterion);

/** Says what 提交定稿 brings about, and waits for 确认定稿. @param said what became of the last message */
export async function confirmView(context: Context, shown: Shown, said: readonly string[] = []): Promise<View> {
  const { application, sheet } = shown;
  const { definition } = context.campaign;
  const { id: subject, compoundName: name } = application;
  const total = totalOf(definition.rubric, sheet) / HUNDREDTHS;
  const [next] = await context.contributions(stepAfterFinal, { caseId: subject });
  const told = {
    ...{ city: nounsOf(definition).city, recommends: hasRecommendation(definition) },
    ...(next && { next: next.words }),
  };
  const whyLate = whyLateWords(context, shown);
  const form = whyLate !== undefined && context.cards.interactive;
  const confirm = {
    ...{ id: CONFIRM, label: phrases.confirmFinalize(), typed: phrases.confirmTyped(name) },
    ...({ look: "primary", subject } as const),
  };
  const unsaved = shareOf(shown.work, shown.viewer).refused.flatMap(({ key }) => (sheet.scores.has(key) ? [key] : []));
  return {
    ...headOf(context, shown),
    tone: "near",
    status: phrases.confirming(),
    body: [
      ...said.map(text),
      ...changes(context, shown),
      ...(unsaved.length > 0 ? [text(phrases.refusedBefore(unsaved))] : []),
      text(phrases.confirmLead(name, total, told) + (whyLate ?? phrases.confirmHint())),
      ...(await contradictionBlocks(context, shown)),
      ...(await differenceBlocks(context, shown)),
      ...totalBySection(context, sheet),
      ...(await notedRows(context, sheet)),
    ],
    ...(form ? { form: lateForm(subject) } : {}),
    actions: [
      ...(whyLate === undefined ? [confirm] : []),
      { ...backAction(subject), label: form ? phrases.goBackUnsaved() : phrases.goBack() },
    ],
  };
}

/** Asks why it is late, once that has come up; undefined in time. */
function whyLateWords(context: Context, { application, work, viewer }: Shown): string | undefined {
  const asked = shareOf(work, viewer).step === "whyLate" && isLate(context, application.district);
  const deadline = asked ? reviewDeadline(context, context.rulings, application.district) : undefined;
  const due = deadline && dayWordsIn(context.campaign.definition, deadline.statedOn);
  return due && phrases.whyLate(due, application.compoundName);
}

const lateForm = (subject: string): ViewForm => ({
  id: "preliminary-review-late",
  action: CONFIRM,
  subject,
  submitLabel: phrases.confirmFinalize(),
  fields: [{ name: "lateReason", label: phrases.lateReason(), kind: "textArea", required: true }],
});

/** Asks which points count where two people gave different ones. */
export async function conflictView(context: Context, shown: Shown): Promise<View> {
  const present = await scoreValues(context, shown.sheet);
  const { conflicts } = shareOf(shown.work, shown.viewer);
  const form = context.cards.interactive ? conflictForm(shown, present) : undefined;
  const typed = [applicationPhrases.takeTheirs(), applicationPhrases.takeMine()];
  return {
    ...headOf(context, shown),
    tone: "near",
    status: phrases.scoring(),
    body: [
      ...conflictSentences(context, { conflicts, present, as: shownScores }),
      applicationPhrases.conflictHint(),
    ].map(text),
    ...(form ? { form } : {}),
    actions: form ? [] : typed.map((label): Action => ({ id: "", label, typed: label, look: "default" })),
  };
}

/** For typed scoring. @param said feedback on the last input, shown before the next row */
export async function askView(context: Context, shown: Shown, said: readonly string[]): Promise<View> {
  const { application, sheet, at } = shown;
  const name = application.compoundName;
  const words = { said, allAnswered: await allAnswered(context, application.id) };
  const [settled, body] = await Promise.all([
    settledRows(context, shown),
    askBlocks(context, { at, sheet, application }, words),
  ]);
  const done = at === undefined && isDone(context, sheet);
  return {
    title: phrases.title(name),
    tone: "running",
    status: phrases.scoring(),
    body,
    actions: [
      ...(at !== undefined && settled.includes(at) ? [byFiguresTyped(name)] : []),
      ...(done ? [finalizeAction(name)] : [{ ...listAction(name), id: "" }]),
      { id: "", label: phrases.leave(), typed: phrases.leave(), look: "default" },
    ],
  };
}

export const leftView = (name: string, { scores }: Shown["sheet"]): View =>
  textView(phrases.title(name), phrases.leftLead(scores.size), {
    status: phrases.left(),
    actions: [{ id: "", label: phrases.goOn(), typed: `初评 ${name}`, look: "primary" }],
  });
