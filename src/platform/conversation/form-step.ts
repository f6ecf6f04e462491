import type { Pending } from "./answer.ts";
import { recordOffered } from "./answer-all.ts";
import { answerAlone } from "./answer-alone.ts";
import { answerLabelled } from "./answer-labelled.ts";
import { answerNamed, namedFirst } from "./answer-named.ts";
import { affirms } from "./answers/affirms.ts";
import { parseAnswer } from "./answers/parse-answer.ts";
import { showAnswer } from "./answers/show-answer.ts";
import { ticked } from "./answers/ticked.ts";
import { withoutSender } from "./beside-form.ts";
import { changedTogether } from "./changed-together.ts";
import { countWords } from "./count-words.ts";
import { type Form, isWords, optionsOf, type Question } from "./field.ts";
import { readFormCommand } from "./form-command.ts";
import type { FormState } from "./form-state.ts";
import { dropHeld, heldAfter, withHeldNote, withUnsaved } from "./held.ts";
import { meantReading, unclearReading } from "./meant-reading.ts";
import { answer, answering } from "./moves.ts";
import { openQuestion } from "./open-question.ts";
import type { Step, StepInput } from "./outcome.ts";
import { retryPhrases, stepPhrases } from "./phrases.ts";
import { withQuotedLabel } from "./quoted-line.ts";
import { runCommand } from "./run-command.ts";
import { saidAside } from "./said-aside.ts";
import { clearedByLabel, severalChanges } from "./several-changes.ts";
import { saysUndo, undoLast, withUndo } from "./undo.ts";

/** Processes one message: returns the state to save and what to show next. Pure; never throws. */
export function step(form: Form, before: FormState, said: StepInput): Step {
  const text = said.asText ? said.text : withQuotedLabel(form, withoutSender(said.text));
  const input = { ...said, text: meantReading({ form, state: before, input: said }) ?? text };
  const { readings: _, ...now } = before;
  const done = taken(form, { before, now }, input);
  const dropped = dropHeld(form, before, input.text) !== undefined;
  // What was typed as it stands is the whole message.
  const earlier = input.asText ? { ...before, offered: undefined } : before;
  const kept = dropped ? done.state : heldAfter(earlier, done.state, input.nameKey);
  const noted = withHeldNote(form, before, { state: kept, outcome: done.outcome });
  const { state: after, outcome } = dropped ? done : withUnsaved({ form, input }, before, noted);
  const state = saysUndo(said.text) ? after : withUndo(before, after);
  const readings = "readings" in outcome ? (outcome.readings ?? []) : [];
  return { state: readings.length > 0 ? { ...state, readings } : state, outcome };
}

function taken(form: Form, { before, now }: { before: FormState; now: FormState }, input: StepInput): Step {
  if (input.asText) return stepWith(form, now, input);
  return (
    dropHeld(form, now, input.text) ??
    undoLast(form, now, input.text) ??
    unclearReading({ form, state: before, input }) ??
    stepWith(form, now, input)
  );
}

function stepWith(form: Form, before: FormState, input: StepInput): Step {
  const rest = input.asText ? undefined : recordOffered({ form, state: before, input });
  if (rest) return rest;
  const { offered: _, ...state } = before;
  const context = { form, state, input };
  const question = openQuestion(form, state);
  if (input.asText) return question ? answer(context, question) : { state, outcome: { kind: "notUnderstood" } };
  const box = question && optionsOf(question).length > 0 ? ticked(optionsOf(question), input.text) : undefined;
  if (question && box) return answer(context, question, box.text);
  const changed = changedTogether(context) ?? saidAside(context) ?? clearedByLabel(context) ?? severalChanges(context);
  if (changed) return changed;
  const several = answerLabelled(context, question);
  if (several) return several;
  const command = readFormCommand(input.text);
  const done = command && runCommand(context, command);
  if (done) return done;
  // 是, 好 at the review agree, and 提交 alone submits.
  if (!question && affirms(input.text))
    return { state, outcome: { kind: "review", notes: [stepPhrases.notYetSubmitted()] } };
  if (!question) return answerNamed(context) ?? { state, outcome: { kind: "notUnderstood" } };
  const isRead = isWords(question) || parseAnswer(question, input.text, answering(input)).ok;
  const named = isWords(question) ? namedFirst(context, question) : isRead ? undefined : answerNamed(context);
  return named ?? answerAlone(context, question, input.text);
}

/** Continues a form, possibly days later, with the question that was open. */
export function resume(form: Form, state: FormState, when: Omit<StepInput, "text">): Step {
  const question = openQuestion(form, state);
  if (!question) return { state, outcome: { kind: "review" } };
  if (state.pending?.key !== question.key) return { state, outcome: { kind: "ask", question } };
  return { state, outcome: { kind: "more", question, sentence: stillMissing(question, state.pending, when) } };
}

function stillMissing(question: Question, pending: Pending, when: Omit<StepInput, "text">): string {
  if (pending.kind === "attachedPage")
    return retryPhrases.attachedPage(countWords(pending.text), question.maxCharacters ?? 0);
  const parsed = parseAnswer(question, "", { ...when, pending });
  return parsed.ok ? showAnswer(question, parsed.value) : parsed.retry;
}
