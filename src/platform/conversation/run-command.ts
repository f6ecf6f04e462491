import { assertNever } from "../../shared/assert-never.ts";
import type { Form, Question } from "./field.ts";
import { findQuestion } from "./find-question.ts";
import type { FormCommand } from "./form-command.ts";
import { type FormState, isAnswered, missingQuestions } from "./form-state.ts";
import { advance, answer, openAt, type Turn } from "./moves.ts";
import { openQuestion } from "./open-question.ts";
import type { Step } from "./outcome.ts";
import { stepPhrases } from "./phrases.ts";
import { proposalFor } from "./proposal.ts";

/** Carries out a command; undefined when here the words are an answer, or nothing that can be done. */
export function runCommand(turn: Turn, command: FormCommand): Step | undefined {
  const { form, state } = turn;
  const question = openQuestion(form, state);
  switch (command.kind) {
    case "leave":
      return { state, outcome: { kind: "left" } };
    case "submit":
      return submit(form, state);
    case "back":
      return back(form, state);
    case "skip":
      return question && skip(form, state, question);
    case "clear":
      return question && clear(form, state, question);
    case "accept":
      return question && accept(turn, question);
    case "change":
      return change(turn, command);
    default:
      return assertNever(command);
  }
}

/** Names what is missing; shows the review; hands in when the review is what the person has before them. */
function submit(form: Form, state: FormState): Step {
  const questions = missingQuestions(form, state);
  if (questions.length > 0) return { state: openAt(state, questions[0]), outcome: { kind: "missing", questions } };
  if (state.at === undefined) return { state, outcome: { kind: "submit" } };
  return { state: openAt(state, undefined), outcome: { kind: "review" } };
}

function back(form: Form, state: FormState): Step {
  const current = openQuestion(form, state);
  const place = current ? form.fields.indexOf(current) : form.fields.length;
  const previous = form.fields[place - 1];
  if (previous) return { state: openAt(state, previous), outcome: { kind: "ask", question: previous } };
  if (!current) return { state, outcome: { kind: "review" } };
  return { state, outcome: { kind: "retry", question: current, sentence: stepPhrases.first() } };
}

/** An answer that is there already is left as it is. */
function skip(form: Form, state: FormState, question: Question): Step {
  if (isAnswered(state, question)) return advance(form, openAt(state, undefined), question);
  if (question.required) return { state, outcome: { kind: "retry", question, sentence: stepPhrases.required() } };
  return advance(form, { ...state, skipped: [...state.skipped, question.key] }, question);
}

function clear(form: Form, state: FormState, question: Question): Step {
  if (question.required) return { state, outcome: { kind: "retry", question, sentence: stepPhrases.cannotClear() } };
  const { [question.key]: _, ...answers } = state.answers;
  const skipped = [...state.skipped.filter((key) => key !== question.key), question.key];
  return advance(form, { ...state, answers, skipped }, question);
}

/** Takes the saved answer, else the proposed one; without either the question is asked again. */
function accept(turn: Turn, question: Question): Step {
  const { form, state } = turn;
  if (isAnswered(state, question)) return skip(form, state, question);
  return answer(turn, question, proposalFor(form, state, question) ?? "");
}

/** 改 <字段>, 改 <字段> <新内容>. Without a blank after 改 only a whole label or number counts: 改善 begins a sentence. */
function change(turn: Turn, { name, spaced }: Extract<FormCommand, { kind: "change" }>): Step | undefined {
  const { form, state } = turn;
  const found = findQuestion(form, name);
  if (found.kind === "one" && (spaced || found.exact))
    return { state: openAt(state, found.question), outcome: { kind: "ask", question: found.question } };
  const [, head = "", rest] = /^(\S+?)[\s:](.+)$/s.exec(name) ?? [];
  const named = rest === undefined ? undefined : findQuestion(form, head);
  if (rest !== undefined && named?.kind === "one" && (spaced || named.exact))
    return answer({ ...turn, state: openAt(state, named.question) }, named.question, rest);
  const writing = openQuestion(form, state)?.kind === "longText";
  if (!spaced || writing || found.kind === "one") return undefined;
  return { state, outcome: { kind: "whichField", candidates: found.candidates } };
}
