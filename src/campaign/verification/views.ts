import { type Action, type Block, textView, type View, type ViewForm } from "../../platform/chat/view.ts";
import { pageSubject, shareOf, toldRefusals } from "../../platform/conversation/shared-work.ts";
import { viewPhrases } from "../../platform/conversation/view-phrases.ts";
import { clausesOf } from "../application/requirements/requirements.ts";
import { annexFor, deliverableFor } from "../definition/purposes.ts";
import { sourceWords } from "../definition/source-words.ts";
import { momentWords } from "../definition/wording.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { Context } from "../engine/context.ts";
import { teamMembers } from "../evaluation-team/store.ts";
import { besideRows } from "../scoring/beside-rows.ts";
import { rowProofActions } from "../scoring/extension-points.ts";
import { isLastPage, pageAt, pageFields, type SheetPage, sheetPages } from "../scoring/page.ts";
import { scoringPhrases } from "../scoring/phrases.ts";
import { HUNDREDTHS, pointRulesIn, rowsToScore, totalOf } from "../scoring/points.ts";
import { criteriaOf } from "../scoring/rubric.ts";
import { textsOn } from "../scoring/score-values.ts";
import { nextRow } from "../scoring/scoring-draft.ts";
import { askBlocks, notedRows, openRows, pageBlocks, runningTotal, totalBySection } from "../scoring/views.ts";
import { type MemberSheet, subjectOf } from "./member-sheet.ts";
import { photosByRow } from "./photos.ts";
import { verificationPhrases as phrases } from "./phrases.ts";
import { isBlind } from "./rules.ts";
import { siteFirst } from "./site-first.ts";

export const START = "verification.start";
export const SAVE_PAGE = "verification.save-page";
export const FINALIZE = "verification.lock";
export const CONFIRM = "verification.confirm-lock";
export const BACK = "verification.back";

/** `at` left out: nobody has been there yet. */
export type Shown = Pick<MemberSheet, "application" | "memberId" | "sheet" | "at" | "work" | "viewer">;

const text = (words: string): Block => ({ kind: "text", text: words });

const nameIn = ({ application, memberId }: Shown) => ({ caseId: application.id, memberId });
const subjectIn = (shown: Shown): string => subjectOf(nameIn(shown));

/** The card of a member's sheet: running total, and one page of rows, those seen on site first. */
export async function sheetView(context: Context, standing: Shown): Promise<View> {
  const { sheet, work, viewer } = standing;
  if (sheet.finalizedAt) return finalizedView(context, standing, sheet.finalizedAt);
  const onSite = siteFirst(context);
  const shown = { ...standing, at: standing.at ?? nextRow(onSite, sheet, undefined) };
  const { step } = shareOf(work, viewer);
  if (step === "left") return leftView(shown);
  if (step === "confirming" && isDone(context, sheet)) return confirmView(context, shown);
  const pages = sheetPages(onSite);
  const index = pageAt(pages, shown.at);
  const page = context.cards.interactive ? pages[index] : undefined;
  return page ? pageView(context, shown, { page, index, of: pages.length }) : askView(context, shown, []);
}

async function pageView(
  context: Context,
  shown: Shown,
  { page, index, of }: { page: SheetPage; index: number; of: number },
): Promise<View> {
  const { application, sheet, work, viewer } = shown;
  const { refused } = shareOf(work, viewer);
  const [proof, head, blocks, texts, beside] = await Promise.all([
    context.contributions(rowProofActions, { application, rows: page.rows.map(({ id }) => id) }),
    headOf(context, shown),
    headBlocks(context, shown),
    textsOn(context, sheet),
    besideVisit(context, { application, sheet, viewer, page }),
  ]);
  return {
    ...head,
    footnote: viewPhrases.footnote(toldRefusals(refused).length, head.footnote),
    status: phrases.scoringOn(scoringPhrases.page(index + 1, of)),
    body: [
      ...blocks,
      runningTotal(context, sheet),
      ...openRows(context, sheet),
      text(howToFind(context, page)),
      ...pageBlocks(context, { page, sheet, refused, texts, beside }),
    ],
    form: pageForm(context, shown, { page, index }),
    // Beside the form, which this button does not save.
    actions: [...(isDone(context, sheet) ? [finalizeBesideForm(shown)] : []), ...proof.flat()],
  };
}

/** What stands beside the rows, with how many pictures were taken on site. */
async function besideVisit(
  context: Context,
  { application, sheet, viewer, page }: Pick<Shown, "application" | "sheet" | "viewer"> & { page: SheetPage },
) {
  const [beside, photos] = await Promise.all([
    besideRows(context, { application, sheet, rows: page.rows }),
    photosByRow(context, { caseId: application.id, by: viewer }),
  ]);
  const lines = new Map(beside.lines);
  for (const [row, count] of photos) lines.set(row, [...(lines.get(row) ?? []), phrases.photos(count)]);
  return { ...beside, lines };
}

/** The example is a clause on the matter of one of the page's rows, where there is one. */
function howToFind({ campaign: { definition }, rulings }: Context, { rows }: SheetPage): string {
  const clauses = clausesOf(definition);
  const on = rows.find(({ id }) => clauses.some(({ criteria }) => criteria.includes(id))) ?? rows[0];
  const row = on?.id ?? "";
  const clause = (clauses.find(({ criteria }) => criteria.includes(row)) ?? clauses[0])?.id;
  const annex = annexFor(definition, "requirements")?.name ?? "";
  return phrases.findings({ blind: isBlind(definition, rulings), row, clause, annex });
}

function pageForm(context: Context, shown: Shown, { page, index }: { page: SheetPage; index: number }): ViewForm {
  const { sheet, work, viewer } = shown;
  const { refused } = shareOf(work, viewer);
  return {
    id: `verification-${index + 1}`,
    action: SAVE_PAGE,
    subject: pageSubject(subjectOf(nameIn(shown)), work.edition),
    submitLabel: phrases.savePage(),
    fields: pageFields(context, page, { sheet, isFirst: index === 0, isLast: isLastPage(context, index), refused }),
  };
}

async function headOf(context: Context, { application, memberId, viewer }: Shown) {
  const { definition } = context.campaign;
  const lines = [...definition.rubric.line, ...(deliverableFor(definition, "verification")?.line ?? [])];
  const source = sourceWords(definition, lines);
  const isOwn = memberId === viewer;
  return {
    title: phrases.title(application.compoundName),
    tone: "running" as const,
    footnote: isOwn ? phrases.footnote(source) : phrases.footnoteFor(source, await nameOf(context, memberId)),
  };
}

const nameOf = async (context: Context, memberId: string): Promise<string> =>
  (await teamMembers(context)).get(memberId)?.name ?? memberId;

/** Whose points they are where somebody else enters them, and why they were opened again. */
async function headBlocks(context: Context, { memberId, viewer, sheet }: Shown): Promise<Block[]> {
  const { reopened } = sheet;
  const reason = reopened?.reason && (await context.personal.read([reopened.reason])).get(reopened.reason.personal);
  return [
    ...(memberId === viewer ? [] : [text(phrases.enteredFor(await nameOf(context, memberId)))]),
    ...(reopened ? [text(phrases.reopenedLine(momentWords(reopened.at), reason))] : []),
  ];
}

export const isDone = ({ campaign: { definition }, rulings }: Context, sheet: Shown["sheet"]): boolean =>
  rowsToScore(definition, sheet, pointRulesIn(definition, rulings)).length === 0;

const finalizeAction = (shown: Shown): Action => ({
  id: FINALIZE,
  label: phrases.finalize(),
  typed: phrases.finalizeTyped(shown.application.compoundName),
  look: "primary",
  subject: subjectIn(shown),
});

const finalizeBesideForm = (shown: Shown): Action => ({
  ...finalizeAction(shown),
  ...{ label: viewPhrases.withoutSaving(phrases.finalize()), look: "default" },
});

const backAction = (shown: Shown, label: string): Action => ({
  id: BACK,
  label,
  typed: "上一步",
  look: "default",
  subject: subjectIn(shown),
});

export const goOnAction = (shown: Pick<Shown, "application" | "memberId">): Action => ({
  id: START,
  label: phrases.goOn(),
  typed: `核验 ${shown.application.compoundName}`,
  look: "primary",
  subject: subjectOf({ caseId: shown.application.id, memberId: shown.memberId }),
});

/** For typed scoring, and after the last page. @param said feedback on the last input */
export async function askView(context: Context, shown: Shown, said: readonly string[]): Promise<View> {
  const { application, sheet, at } = shown;
  const done = at === undefined && isDone(context, sheet);
  const allAnswered = phrases.allAnswered(criteriaOf(context.campaign.definition.rubric).length);
  const head = await headOf(context, shown);
  return {
    ...head,
    status: phrases.scoring(),
    body: [
      ...(await headBlocks(context, shown)),
      ...(done ? totalBySection(context, sheet) : []),
      ...(await askBlocks(context, { at, sheet, application }, { said, allAnswered })),
    ],
    actions: [
      ...(done
        ? [finalizeAction(shown)]
        : [{ id: "", label: phrases.listUnanswered(), typed: phrases.listUnanswered(), look: "default" as const }]),
      ...(context.cards.interactive && at === undefined ? [backAction(shown, phrases.back())] : []),
      { id: "", label: phrases.leave(), typed: phrases.leave(), look: "default" },
    ],
  };
}

/** Everything that will be final. @param said what became of the last message */
export async function confirmView(context: Context, shown: Shown, said: readonly string[] = []): Promise<View> {
  const { application, sheet } = shown;
  const total = totalOf(context.campaign.definition.rubric, sheet) / HUNDREDTHS;
  return {
    ...(await headOf(context, shown)),
    tone: "near",
    status: phrases.confirming(),
    body: [
      ...said.map(text),
      ...(await headBlocks(context, shown)),
      text(
        phrases.confirmLead(application.compoundName, total, nounsOf(context.campaign.definition)) +
          phrases.confirmHint(),
      ),
      ...totalBySection(context, sheet),
      ...(await notedRows(context, sheet)),
    ],
    actions: [
      {
        id: CONFIRM,
        label: phrases.confirmFinalize(),
        typed: phrases.confirmTyped(application.compoundName),
        look: "primary",
        subject: subjectIn(shown),
      },
      backAction(shown, phrases.goBack()),
    ],
  };
}

async function finalizedView(context: Context, shown: Shown, at: Date): Promise<View> {
  const { footnote: _, ...head } = await headOf(context, shown);
  return {
    ...head,
    tone: "done",
    status: phrases.finalized(),
    body: [
      ...(await headBlocks(context, { ...shown, sheet: { ...shown.sheet, reopened: undefined } })),
      text(phrases.finalizedLead(momentWords(at))),
      ...totalBySection(context, shown.sheet),
      ...(await notedRows(context, shown.sheet)),
    ],
    actions: [],
  };
}

export const leftView = (shown: Pick<Shown, "application" | "memberId">): View =>
  textView(phrases.title(shown.application.compoundName), phrases.leftLead(), {
    status: phrases.left(),
    actions: [goOnAction(shown)],
  });
