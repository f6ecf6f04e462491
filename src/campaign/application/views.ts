import type { Action, Block, View } from "../../platform/chat/view.ts";
import { missingQuestions } from "../../platform/conversation/form-state.ts";
import { openQuestion } from "../../platform/conversation/open-question.ts";
import { questionView } from "../../platform/conversation/question-view.ts";
import { answerFacts } from "../../platform/conversation/review-view.ts";
import { momentWords } from "../definition/wording.ts";
import type { Turn } from "../engine/feature.ts";
import type { Application } from "./application.ts";
import type { Filling } from "./filling.ts";
import { applicationForm } from "./form.ts";
import { isFirstPage, openPage } from "./page.ts";
import { applicationPhrases as phrases } from "./phrases.ts";

/** The form's card while it is being filled in: page by page, with the open question beside it for those who type. */
export function fillingView(turn: Turn, filling: Filling): View {
  const form = applicationForm(turn.campaign.definition);
  const { draft, state } = filling;
  if (draft.state === "left") return leftView(turn, filling);
  const question = openQuestion(form, state);
  if (!question) return reviewView(turn, filling);
  const asked = questionView({ form, state, frame: {} }, question);
  const page = turn.cards.interactive ? openPage(turn, filling) : undefined;
  return {
    ...headOf(turn, filling, phrases.filling()),
    body: [...(page ? [{ kind: "text" as const, text: phrases.formHint() }] : []), ...asked.body],
    ...(page ? { form: page } : {}),
    actions: page ? pageActions(draft.id, { back: !isFirstPage(turn, filling) }) : asked.actions,
    footnote: phrases.footnote(),
  };
}

function headOf(
  { campaign }: Turn,
  { draft, state }: Filling,
  status: string,
): Pick<View, "title" | "tone" | "status"> {
  const form = applicationForm(campaign.definition);
  const district = campaign.definition.campaign.districts.find(({ id }) => id === draft.district)?.name ?? "";
  const done = form.fields.filter(({ key }) => Object.hasOwn(state.answers, key)).length;
  return {
    title: phrases.fillingTitle(district, String(state.answers.compoundName ?? "")),
    tone: "running",
    status: `${status}，${phrases.progress(done, form.fields.length)}`,
  };
}

const pageActions = (subject: string, { back }: { back: boolean }): Action[] => [
  ...(back
    ? [{ id: "application.back", label: phrases.back(), typed: phrases.typedBack(), look: "default" as const, subject }]
    : []),
  { id: "application.leave", label: phrases.leave(), typed: phrases.leave(), look: "default", subject },
];

function reviewView(turn: Turn, filling: Filling): View {
  const form = applicationForm(turn.campaign.definition);
  const missing = missingQuestions(form, filling.state);
  const lead = missing.length > 0 ? phrases.missing(missing) : phrases.reviewLead();
  const subject = filling.draft.id;
  return {
    ...headOf(turn, filling, phrases.review()),
    body: [
      { kind: "text", text: lead },
      { kind: "facts", facts: answerFacts(form, filling.state) },
    ],
    actions: [
      { id: "application.submit", label: phrases.submit(), typed: phrases.submit(), look: "primary", subject },
      ...pageActions(subject, { back: true }),
    ],
    footnote: phrases.footnote(),
  };
}

function leftView(turn: Turn, filling: Filling): View {
  const subject = filling.draft.id;
  return {
    ...headOf(turn, filling, phrases.left()),
    body: [{ kind: "text", text: phrases.leftLead() }],
    actions: [{ id: "application.resume", label: phrases.goOn(), typed: phrases.goOn(), look: "primary", subject }],
  };
}

/** A handed-in application, for the district that handed it in. @param before said first, e.g. a hint at a duplicate */
export function applicationView({ campaign }: Turn, application: Application, before: readonly string[] = []): View {
  const { compoundName: name, state, id } = application;
  const district = campaign.definition.campaign.districts.find((one) => one.id === application.district)?.name ?? "";
  const title = phrases.fillingTitle(district, name);
  const blocks = before.map((text): Block => ({ kind: "text", text }));
  const another: Action = { id: "application.start", label: phrases.another(), typed: "申报", look: "default" };
  const withdraw: Action = {
    id: "application.withdraw",
    label: phrases.withdraw(),
    typed: `撤回 ${name}`,
    look: "danger",
    subject: id,
  };
  if (state === "withdrawn") {
    const body: Block[] = [...blocks, { kind: "text", text: phrases.withdrawnLead() }];
    return { title, tone: "closed", status: phrases.withdrawn(), body, actions: [another] };
  }
  if (state === "excluded") {
    const body: Block[] = [...blocks, { kind: "text", text: application.exclusion ?? "" }];
    return { title, tone: "overdue", status: phrases.excluded(), body, actions: [another, withdraw] };
  }
  const pending = application.declaration === "unclear" ? [phrases.pendingLead()] : [];
  const lead = [phrases.submittedLead(momentWords(application.submittedAt)), ...pending];
  return {
    title,
    tone: "done",
    status: phrases.submitted(),
    body: [...blocks, ...lead.map((text): Block => ({ kind: "text", text }))],
    actions: [
      { id: "preliminary-review.start", label: phrases.review_(), typed: `初评 ${name}`, look: "primary", subject: id },
      another,
      { id: "application.edit", label: phrases.edit(), typed: `修改申报 ${name}`, look: "default", subject: id },
      withdraw,
    ],
    footnote: phrases.footnote(),
  };
}
