import type { Action, Block, View } from "../../platform/chat/view.ts";
import { missingQuestions } from "../../platform/conversation/form-state.ts";
import { heldNote } from "../../platform/conversation/held.ts";
import { openQuestion } from "../../platform/conversation/open-question.ts";
import { questionView } from "../../platform/conversation/question-view.ts";
import { answerFacts } from "../../platform/conversation/review-view.ts";
import { shareOf } from "../../platform/conversation/shared-work.ts";
import { viewPhrases } from "../../platform/conversation/view-phrases.ts";
import { districtName } from "../definition/districts.ts";
import { decided, fieldFor } from "../definition/purposes.ts";
import { momentWords } from "../definition/wording.ts";
import { nounsOf } from "../directory/nouns.ts";
import { responsibleOf } from "../directory/on-behalf.ts";
import { isAcceptanceOver } from "../engine/acceptance.ts";
import type { Context } from "../engine/context.ts";
import type { Application } from "./application.ts";
import { another, submittedActions, withdraw } from "./case-actions.ts";
import { colleagueLines, conflictLines } from "./colleagues.ts";
import { type ApplicationDraft, DIALOGUE, hasLeft } from "./draft.ts";
import { exclusionPhrases } from "./exclusion/phrases.ts";
import { caseLine, stepOf } from "./extension-points.ts";
import { applicationForm, askedForm } from "./form.ts";
import { requirementsLacking } from "./lacking.ts";
import { latenessPhrases } from "./lateness/phrases.ts";
import { hasRecommendation } from "./offered.ts";
import { isForOthers } from "./on-behalf.ts";
import { onBehalfPhrases } from "./on-behalf-phrases.ts";
import { opinionLine } from "./opinions/case-line.ts";
import { openPage } from "./page.ts";
import { applicationPhrases as phrases } from "./phrases.ts";
import { standingsOf } from "./requirements/standing.ts";
import { revisionsOf } from "./revision.ts";
import { namedCases, seeCase } from "./see-case.ts";
import { conflictForm } from "./settle.ts";
import { withdrawalPhrases } from "./withdrawal/phrases.ts";
import { restoreAction } from "./withdrawal/views.ts";
import {
  disqualifyingSource,
  exampleLabel,
  formSource,
  type NextStep,
  pendingOption,
  pendingTopic,
  wordsOf,
} from "./words.ts";

const text = (words: string): Block => ({ kind: "text", text: words });

/** The form card during entry: one page of fields, and the open question for typed answers. */
export function formView(context: Context, filled: ApplicationDraft): View {
  const { state, work, viewer } = filled;
  const form = askedForm(context, state);
  if (filled.draft.state === "dropped") return phrases.discarded(wordsOf(context.campaign.definition));
  if (hasLeft(filled)) return leftView(context, filled);
  if (shareOf(work, viewer).conflicts.length > 0) return conflictView(context, filled);
  const question = openQuestion(form, state);
  if (!question) return reviewView(context, filled);
  const asked = questionView({ form, state, frame: {} }, question);
  const page = context.cards.interactive ? openPage(context, filled) : undefined;
  const changes = [...onBehalfLines(context, filled), ...colleagueLines(context, filled)].map(text);
  return {
    ...headOf(context, filled, phrases.filling()),
    body: [...changes, ...(page ? [text(phrases.formHint())] : []), ...asked.body, ...refusedBlocks(filled)],
    // Buttons beside a form would throw away what was typed; the form's last field says what comes next.
    ...(page ? { form: page } : {}),
    actions: page ? [] : asked.actions,
    asks: { kind: DIALOGUE, state: { draftId: filled.draft.id } },
    footnote: viewPhrases.footnote(
      page ? shareOf(work, viewer).refused.length : 0,
      phrases.footnote(formSource(context.campaign.definition)),
    ),
  };
}

/** Who enters it, and who answers for it, where these are two. */
function onBehalfLines({ people }: Context, { draft }: ApplicationDraft): string[] {
  const { startedBy, district = "" } = draft;
  if (!isForOthers(people, startedBy, district)) return [];
  const nameOf = (id: string) => people.find(({ staffId }) => staffId === id)?.name ?? phrases.colleague();
  const responsible = responsibleOf(people, district);
  return responsible === undefined ? [] : [onBehalfPhrases.filling(nameOf(startedBy), nameOf(responsible))];
}

/** Asks which value counts where two people changed the same answer. */
export function conflictView(context: Context, filled: ApplicationDraft): View {
  const form = context.cards.interactive ? conflictForm(context, filled) : undefined;
  const typed = [phrases.takeTheirs(), phrases.takeMine()];
  return {
    ...headOf(context, filled, phrases.filling()),
    tone: "near",
    body: [...conflictLines(context, filled), phrases.conflictHint()].map(text),
    ...(form ? { form } : {}),
    actions: form ? [] : typed.map((label): Action => ({ id: "", label, typed: label, look: "default" })),
  };
}

/** What was written and could not be saved, with what to write. */
function refusedBlocks({ work, viewer }: ApplicationDraft): Block[] {
  const { refused } = shareOf(work, viewer);
  if (refused.length === 0) return [];
  return [
    text(phrases.refusedLead(refused.length)),
    { kind: "list", items: refused.map(({ label, sentence, typed }) => phrases.refused(label, sentence, typed)) },
  ];
}

/** Names the case, so that nobody takes one form for another. */
export function formTitle(context: Context, { draft, state }: Pick<ApplicationDraft, "draft" | "state">): string {
  const { definition } = context.campaign;
  const name = String(state.answers[fieldFor(applicationForm(context), "name")?.key ?? ""] ?? "");
  return phrases.fillingTitle(districtName(definition, draft.district ?? ""), name, wordsOf(definition));
}

function headOf(context: Context, filled: ApplicationDraft, status: string): Pick<View, "title" | "tone" | "status"> {
  const form = askedForm(context, filled.state);
  const done = form.fields.filter(({ key }) => Object.hasOwn(filled.state.answers, key)).length;
  return {
    title: formTitle(context, filled),
    tone: "running",
    status: `${status}，${phrases.progress(done, form.fields.length)}`,
  };
}

const pageActions = (subject: string): Action[] => [
  { id: "application.back", label: phrases.back(), typed: phrases.typedBack(), look: "default", subject },
  { id: "application.leave", label: phrases.leave(), typed: phrases.leave(), look: "default", subject },
];

function reviewView(context: Context, filled: ApplicationDraft): View {
  const form = askedForm(context, filled.state);
  const missing = missingQuestions(form, filled.state);
  const lead =
    missing.length > 0 ? phrases.missing(missing) : phrases.reviewLead(exampleLabel(context.campaign.definition));
  const subject = filled.draft.id;
  return {
    ...headOf(context, filled, phrases.review()),
    body: [
      ...[...onBehalfLines(context, filled), ...colleagueLines(context, filled)].map(text),
      text(lead),
      ...[heldNote(form, filled.state) ?? []].flat().map(text),
      { kind: "facts", facts: answerFacts(form, filled.state) },
      ...refusedBlocks(filled),
    ],
    actions: [
      { id: "application.submit", label: phrases.submit(), typed: phrases.submit(), look: "primary", subject },
      ...pageActions(subject),
    ],
    footnote: phrases.footnote(formSource(context.campaign.definition)),
  };
}

function leftView(context: Context, filled: ApplicationDraft): View {
  const subject = filled.draft.id;
  return {
    ...headOf(context, filled, phrases.left()),
    body: [text(phrases.leftLead()), ...refusedBlocks(filled)],
    actions: [{ id: "application.resume", label: phrases.goOn(), typed: phrases.goOn(), look: "primary", subject }],
  };
}

/** A submitted application, for its district. @param before leading sentences, e.g. a duplicate hint */
export async function applicationView(
  context: Context,
  application: Application,
  before: readonly string[] = [],
): Promise<View> {
  const { definition } = context.campaign;
  const { compoundName: name, state } = application;
  const title = phrases.fillingTitle(districtName(definition, application.district), name, wordsOf(definition));
  const own = namedCases([application]).map(seeCase);
  const body = (lead: readonly string[]) => [...before, ...lead].map((text): Block => ({ kind: "text", text }));
  if (state === "withdrawn") {
    const more = (await isAcceptanceOver(context)) ? [] : [another(definition)];
    const actions = [...restoreAction(definition, application, context.now), ...more, ...own];
    return {
      title,
      tone: "closed",
      status: phrases.withdrawn(),
      body: body([withdrawalPhrases.withdrawnLead()]),
      actions,
    };
  }
  const { lines, late } = await historyOf(context, application);
  const opinions = await opinionLine(context, application);
  const standing = (await standingsOf(context, [application])).get(application.id);
  const requirements = requirementsLacking(context, standing).map((words) => `${words}。`);
  if (state === "excluded") {
    const lead = [application.exclusion ?? "", exclusionPhrases.onlyApprover(nounsOf(definition)), ...lines];
    const more = (await isAcceptanceOver(context)) ? [] : [another(definition)];
    const actions = [...more, ...own, withdraw(application)];
    return { title, tone: "overdue", status: phrases.excluded(), body: body(lead), actions };
  }
  const pending = application.declaration === "unclear" ? [pendingLead(context)] : [];
  const settled = application.settled === null ? [] : [application.settled];
  const next = await nextOf(context, application);
  const more = await context.contributions(caseLine, { application });
  const lead = phrases.submittedLead(momentWords(application.submittedAt), { ...wordsOf(definition), next });
  return {
    title,
    tone: "done",
    status: late ? `${phrases.submitted()}，${latenessPhrases.late()}` : phrases.submitted(),
    body: body([lead, ...lines, ...settled, ...pending, ...requirements, ...(opinions ? [opinions] : []), ...more]),
    actions: await submittedActions(context, { application, next, opinions: opinions !== undefined }),
    footnote: phrases.footnote(formSource(definition)),
  };
}

/** What the district does next with the case; after 提交定稿 no longer 初评. */
async function nextOf(context: Context, { id }: Application): Promise<NextStep> {
  const { definition } = context.campaign;
  const { next } = wordsOf(definition);
  if (await isAcceptanceOver(context)) return "published";
  if (next !== "review" || (await stepOf(context, id)) === "submitted") return next;
  return hasRecommendation(definition) ? "reviewed" : "nothing";
}

/** Who submitted it again, and whether it was late. */
async function historyOf(
  { tx, people, personal }: Context,
  { id }: Application,
): Promise<{ lines: string[]; late: boolean }> {
  const revisions = await revisionsOf(tx, id);
  const [first] = revisions;
  const [before, last] = revisions.slice(-2);
  const nameOf = (staffId: string) => people.find((member) => member.staffId === staffId)?.name ?? phrases.colleague();
  const lines: string[] = [];
  if (before && last) {
    const earlier = before.typedBy === last.typedBy ? undefined : nameOf(before.typedBy);
    lines.push(phrases.revised(last.revision, nameOf(last.typedBy), earlier));
  }
  const newest = revisions.at(-1);
  if (newest && newest.typedBy !== newest.responsible) {
    lines.push(onBehalfPhrases.submitted(nameOf(newest.typedBy), nameOf(newest.responsible)));
  }
  const reason = first?.lateReason && (await personal.read([first.lateReason])).get(first.lateReason.personal);
  if (reason !== undefined) lines.push(latenessPhrases.lateLine(reason));
  return { lines, late: first?.late ?? false };
}

/** Explains the consequence of a pending declaration. */
function pendingLead({ campaign: { definition }, rulings }: Context): string {
  const { atPublication } = decided(definition, "undecidedRequirement", rulings);
  const told = { blocks: atPublication !== "warn", source: disqualifyingSource(definition) };
  return phrases.pendingLead(pendingTopic(definition), pendingOption(definition), told);
}
