import { z } from "zod";
import { countAskedBack } from "../../platform/chat/asked-back.ts";
import type { Block, View } from "../../platform/chat/view.ts";
import { givesUp } from "../../platform/conversation/answers/intentions.ts";
import { questionByKey } from "../../platform/conversation/field.ts";
import { readFormCommand } from "../../platform/conversation/form-command.ts";
import { resume, step } from "../../platform/conversation/form-step.ts";
import { fieldCalled } from "../../platform/conversation/label-names.ts";
import { meantReading } from "../../platform/conversation/meant-reading.ts";
import { answerElsewhere } from "../../platform/conversation/moves.ts";
import { openQuestion } from "../../platform/conversation/open-question.ts";
import type { Outcome, Step } from "../../platform/conversation/outcome.ts";
import { labelledPhrases } from "../../platform/conversation/phrases.ts";
import { plainAnswer } from "../../platform/conversation/plain.ts";
import { shareOf } from "../../platform/conversation/shared-work.ts";
import { saysUndo } from "../../platform/conversation/undo.ts";
import { outcomeView } from "../../platform/conversation/views.ts";
import type { PersonContext } from "../engine/context.ts";
import { hasBeenLeft } from "../engine/dispatch/step-aside.ts";
import { dialogue } from "../engine/feature.ts";
import { colleagueLines } from "./colleagues.ts";
import { giveUp } from "./discard/ask.ts";
import {
  type ApplicationDraft,
  asksOf,
  DIALOGUE,
  draftOf,
  FORM_CARD,
  hasLeft,
  leaveForm,
  saveForm,
  startForm,
} from "./draft.ts";
import { endUntouched, isUntouched } from "./edit.ts";
import { answerContext, askedForm } from "./form.ts";
import { ofKnownCase } from "./known-case.ts";
import { askWhyLate } from "./lateness/ask.ts";
import { lookFirst } from "./look-first.ts";
import { areBoxesOfOpinions } from "./opinions/pasted.ts";
import { isOfOpenForm, nameOf, saidAtHead } from "./order-at-head.ts";
import { answerOfOther, namesIn, saidOfCase } from "./other-case.ts";
import { applicationPhrases } from "./phrases.ts";
import { isForm } from "./received-form/receive.ts";
import { ofOtherCases } from "./said-of-others.ts";
import { readOpenSide, readSide, settleConflicts } from "./settle.ts";
import { changesSeveral, isForOther } from "./several-forms.ts";
import { submitForm } from "./submit.ts";
import { applicationView, conflictView, formTitle } from "./views.ts";

const isCancel = (text: string): boolean => /^(?:取消|cancel)$/i.test(plainAnswer(text));

/** 删除申报表 deletes no field of the form. */
const isDiscard = (text: string): boolean => /^(?:确认)?删除(?:申报表|草稿)/u.test(plainAnswer(text));

const stored = z.object({ draftId: z.string() });

/** What is filled in; undefined: it is submitted or deleted. */
async function formOf(context: PersonContext, draftId: string): Promise<ApplicationDraft | undefined> {
  const draft = await context.drafts.read(draftId);
  const isOpen = draft?.state === "open" || draft?.state === "left";
  return isOpen ? draftOf(context, draft, context.person.staffId) : undefined;
}

/** Fills in the form in chat: one question at a time, saved after each answer. */
export const applicationDialogue = dialogue({
  kind: DIALOGUE,
  readsCorrections: true,
  until: "publication",
  state: stored,
  claims: (text) =>
    !isDiscard(text) &&
    (givesUp(plainAnswer(text)) ||
      readFormCommand(text) !== undefined ||
      readSide(text) !== undefined ||
      changesSeveral(text) ||
      isCancel(text) ||
      isOfOpenForm(text) ||
      saysUndo(text)),
  async awaits(context, { draftId }) {
    const form = await formOf(context, draftId);
    const question = !form || hasLeft(form) ? undefined : openQuestion(askedForm(context, form.state), form.state);
    return question?.kind === "text" || question?.kind === "longText" ? "text" : "value";
  },
  async labelled(context, { draftId }, words) {
    const form = await formOf(context, draftId);
    return !form || hasLeft(form) ? undefined : fieldCalled(askedForm(context, form.state), words)?.label;
  },
  async asked(context, { draftId }, readings) {
    const form = await formOf(context, draftId);
    if (form) await remember(context, form, readings);
  },
  async handle(context, { state: { draftId }, text, files, quoted, asText = false }) {
    const form = await formOf(context, draftId);
    if (!form) return false;
    if (!hasLeft(form) && hasConflicts(form)) return settleFirst(context, form, text);
    if (quoted) return answerQuoted(context, form, { text, question: quoted.question });
    if (hasLeft(form)) return false;
    const [file] = files;
    if (!file && !asText && givesUp(plainAnswer(text))) {
      await context.reply(await giveUp(context, form));
      return true;
    }
    if (!file && !asText && (await isBareSubmitLater(context, text))) return show(context, form, { kind: "resume" });
    if (!file && !asText && areBoxesOfOpinions(context, form.draft.district, text)) return false;
    if (!file) return answerForm(context, form, text, { asText });
    if (isForm(context, file)) return false;
    // Only 申报材料 accepts a file.
    const question = openQuestion(askedForm(context, form.state), form.state);
    return question?.kind === "longText" ? answerForm(context, form, applicationPhrases.attached(file)) : false;
  },
});

/** 交, a day after the form was left: it may be said of other work. */
async function isBareSubmitLater(context: PersonContext, text: string): Promise<boolean> {
  const open = await context.dialogue.current();
  const isLeft = open !== undefined && hasBeenLeft(open, context.now);
  return isLeft && readFormCommand(text)?.kind === "submit" && !text.includes(applicationPhrases.submit());
}

/** While it is asked whose value counts, nothing else is stored. */
async function settleFirst(context: PersonContext, before: ApplicationDraft, text: string): Promise<boolean> {
  if (isCancel(text)) return cancel(context, before);
  const command = readFormCommand(text);
  if (command?.kind === "leave")
    return goOn(context, before, answered(context, before, { text, ...answerContext(context) }));
  const side = readOpenSide(text);
  if (side === undefined) return show(context, before, { kind: "resume" });
  return show(context, await settleConflicts(context, before, () => side), { kind: "resume" });
}

/** Processes what the person says to the form. @returns false if it is for something else */
export async function answerForm(
  context: PersonContext,
  before: ApplicationDraft,
  typed: string,
  { asText } = { asText: false },
): Promise<boolean> {
  const text = asText ? typed : saidAtHead(typed, nameOf(askedForm(context, before.state), before.state.answers));
  if (typeof text !== "string") return ask(context, before, text);
  const meant = meantReading({
    form: askedForm(context, before.state),
    state: before.state,
    input: { text, ...answerContext(context), asText },
  });
  if (meant === labelledPhrases.another()) return fillAnother(context);
  if (asText) return goOn(context, before, answered(context, before, { text, asText, ...answerContext(context) }));
  if (isCancel(text)) return cancel(context, before);
  if (hasConflicts(before)) return settleFirst(context, before, text);
  if (readSide(text)) {
    await context.reply(applicationPhrases.nothingToSettle());
    return show(context, before, { kind: "resume" });
  }
  const names = before.draft.district === undefined ? [] : await namesIn(context, before.draft.district);
  if (isForOther(text, names, nameOf(askedForm(context, before.state), before.state.answers))) return false;
  const elsewhere = await ofOtherCases(context, before, { text, names });
  if (elsewhere) return ask(context, before, elsewhere);
  const ofCase = await saidOfCase(context, before, text);
  if (ofCase && !ofCase.isOwn) return ask(context, before, applicationPhrases.ofOther(ofCase, text));
  const other = await answerOfOther(context, before, text);
  if (other && other.shown === undefined) {
    const sentence = applicationPhrases.otherUnanswered(other.name, other.question.label);
    return show(context, before, { kind: "retry", question: other.question, sentence });
  }
  const own = ofCase && applicationPhrases.nameTyped(ofCase.label, ofCase.value);
  return goOn(
    context,
    before,
    answered(context, before, { text: own ?? other?.shown ?? text, ...answerContext(context), otherNames: names }),
  );
}

/** Asked beside the form's own questions: 好 answers this, and none that was asked before. */
async function ask(context: PersonContext, before: ApplicationDraft, view: View): Promise<true> {
  await remember(
    context,
    before,
    view.actions.flatMap(({ typed }) => typed ?? []),
  );
  await context.reply(view);
  return true;
}

async function remember(context: PersonContext, form: ApplicationDraft, readings: readonly string[]): Promise<void> {
  await saveForm(context, form, { ...form.state, readings });
}

/** 另填一份, asked because another case's form was pasted: its content begins a form of its own. False: none was. */
export async function fillAnother(context: PersonContext): Promise<boolean> {
  const open = await context.dialogue.current();
  const at = open?.kind === DIALOGUE ? stored.safeParse(open.state).data : undefined;
  const draft = at && (await context.drafts.read(at.draftId));
  if ((draft?.state !== "open" && draft?.state !== "left") || draft.district === undefined) return false;
  const filled = draftOf(context, draft, context.person.staffId);
  const { offered: asked, held, readings, ...state } = filled.state;
  const nameKey = answerContext(context).nameKey ?? "";
  const isAsked = asked !== undefined && readings?.includes(labelledPhrases.another()) === true;
  const isHeld = held?.[nameKey] !== undefined && held[nameKey] !== state.answers[nameKey];
  const offered = isAsked ? asked : isHeld ? held : undefined;
  if (offered === undefined) return false;
  const known = await ofKnownCase(context, draft.district, offered);
  if (known) {
    await context.reply(known);
    return true;
  }
  await saveForm(context, filled, state);
  await context.cards.refreshLater({ kind: FORM_CARD, subject: draft.id });
  const started = await startForm(context, draft.district);
  await context.dialogue.open(DIALOGUE, { draftId: started.draft.id });
  await context.cards.show(context.person.staffId, { kind: FORM_CARD, subject: started.draft.id });
  const words = labelledPhrases.recordRest(Object.keys(offered).length);
  return answerForm(context, { ...started, state: { ...started.state, offered } }, words);
}

/** What is asked next is named after the owners' body, also where the answer says that. */
function answered(context: PersonContext, { state }: ApplicationDraft, input: Parameters<typeof step>[2]): Step {
  const first = step(askedForm(context, state), state, input);
  return step(askedForm(context, first.state), state, input);
}

/** Answers the quoted question, then the one that was open is asked again. */
async function answerQuoted(
  context: PersonContext,
  before: ApplicationDraft,
  { text, question: key }: { text: string; question: string | undefined },
): Promise<boolean> {
  const form = askedForm(context, before.state);
  const quoted = key === undefined || key === before.state.at ? undefined : questionByKey(form, key);
  if (!quoted) return answerForm(context, before, text);
  const command = readFormCommand(text);
  // Of the form's own words only an answer is about the quoted question.
  if (command && command.kind !== "correct") return answerForm(context, before, text);
  const value = command?.correction.value ?? text;
  const at = { form, state: before.state, input: { text, ...answerContext(context) } };
  return goOn(context, before, answerElsewhere(at, quoted, value));
}

async function goOn(context: PersonContext, before: ApplicationDraft, { state, outcome }: Step): Promise<boolean> {
  const form = askedForm(context, state);
  if (outcome.kind === "notUnderstood") return false;
  if (outcome.kind === "submit") return submit(context, { ...before, state });
  const after = await saveForm(context, before, state);
  if (outcome.kind !== "left") return show(context, after, outcome);
  await leaveForm(context, after);
  const view = outcomeView({ form, state, frame: {} }, outcome);
  if (view) await context.reply({ ...view, title: formTitle(context, after) });
  return true;
}

/** 取消. Stops filling in; what was saved stays, and it is said. */
async function cancel(context: PersonContext, filled: ApplicationDraft): Promise<true> {
  const isChange = filled.draft.subject !== undefined;
  if (isChange && isUntouched(filled)) {
    await endUntouched(context, filled);
    await context.reply(applicationPhrases.nothingChanged());
    return true;
  }
  await leaveForm(context, filled);
  await context.reply(isChange ? applicationPhrases.changeCancelled() : applicationPhrases.cancelled());
  return true;
}

const hasConflicts = ({ work, viewer }: ApplicationDraft): boolean => shareOf(work, viewer).conflicts.length > 0;

async function submit(context: PersonContext, filled: ApplicationDraft): Promise<boolean> {
  const first = await lookFirst(context, filled);
  if (first) return show(context, first, { kind: "review" });
  if (await askWhyLate(context, filled)) return true;
  const { application, hints } = await submitForm(context, filled);
  await context.reply(await applicationView(context, application, hints));
  return true;
}

/** Replies with what comes next, below what colleagues changed meanwhile; a conflict is asked about first. */
async function show(
  context: PersonContext,
  filled: ApplicationDraft,
  outcome: Outcome | { kind: "resume" },
): Promise<boolean> {
  const form = askedForm(context, filled.state);
  await context.cards.refreshLater({ kind: FORM_CARD, subject: filled.draft.id });
  if (hasConflicts(filled)) {
    await context.reply(conflictView(context, filled));
    return true;
  }
  if (outcome.kind === "retry" || outcome.kind === "more")
    await countAskedBack(context.tx, `application.${outcome.question.key}`);
  const next = outcome.kind === "resume" ? resume(form, filled.state, answerContext(context)).outcome : outcome;
  const view = outcomeView({ form, state: filled.state, frame: {} }, next);
  const isRecorded = "recorded" in next && next.recorded !== undefined;
  const open = filled.draft.subject !== undefined && isRecorded ? [applicationPhrases.changeOpen()] : [];
  const lines = [...colleagueLines(context, filled), ...open].map((text): Block => ({ kind: "text", text }));
  if (view)
    await context.reply({
      ...view,
      title: formTitle(context, filled),
      body: [...lines, ...view.body],
      asks: asksOf(filled),
    });
  return true;
}
