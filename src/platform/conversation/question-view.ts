import type { Action, Block, View } from "../chat/view.ts";
import { numbered } from "./answers/match-option.ts";
import { showAnswer } from "./answers/show-answer.ts";
import { countWords } from "./count-words.ts";
import { type Form, optionsOf, type Question } from "./field.ts";
import { type FormState, isAnswered, type KnownAnswer } from "./form-state.ts";
import { labelledPhrases } from "./phrases.ts";
import { proposalFor } from "./proposal.ts";
import { buttonOf, type ViewFrame } from "./view-frame.ts";
import { viewPhrases } from "./view-phrases.ts";

/** A form in progress and the actions of its buttons. */
export interface FormInView {
  form: Form;
  state: FormState;
  frame: ViewFrame;
}

const MAX_FIRST_LINE = 30;

/** Word count and truncated first line: long text is never shown in full. */
export function longTextSummary(value: string): string {
  const line = value.split("\n")[0] ?? "";
  const characters = [...line];
  const cut = characters.length > MAX_FIRST_LINE || line !== value;
  return viewPhrases.longText(value, `${characters.slice(0, MAX_FIRST_LINE).join("")}${cut ? "……" : ""}`);
}

/** The open question; its label is in 【】 exactly once. @param before sentences to show above it */
export function questionView(shown: FormInView, question: Question, before: readonly string[] = []): View {
  const { form } = shown;
  const place = form.fields.findIndex(({ key }) => key === question.key) + 1;
  const say = question.kind === "choice" || question.kind === "declaration" ? viewPhrases.choose : viewPhrases.question;
  return {
    title: viewPhrases.title(form),
    tone: "running",
    status: viewPhrases.progress(place, form.fields.length),
    body: [
      ...before.map((text): Block => ({ kind: "text", text })),
      { kind: "text", text: say(place, form.fields.length, question.label, question.required) },
      ...hints(shown, question),
    ],
    actions: actions(shown, question),
  };
}

function hints({ form, state }: FormInView, question: Question): Block[] {
  const saved = state.answers[question.key];
  const proposal = saved === undefined ? proposalFor(form, state, question) : undefined;
  const options = numbered(optionsOf(question)).map((option) => option.replace(/^\d+\./, ""));
  const lines = [
    question.help,
    question.example === undefined ? undefined : viewPhrases.example(question.example),
    saved === undefined ? undefined : viewPhrases.current(savedText(question, saved)),
    proposal === undefined ? undefined : proposalWords(proposal, state.known?.[question.key]),
  ].filter((line) => line !== undefined);
  return [
    ...(options.length === 0 ? [] : [{ kind: "list" as const, ordered: true, items: options }]),
    ...lines.map((text) => ({ kind: "text" as const, text })),
  ];
}

const proposalWords = (proposal: string, known: KnownAnswer | undefined): string =>
  known ? viewPhrases.known(known.text, known.from) : viewPhrases.proposal(proposal);

const savedText = (question: Question, saved: FormState["answers"][string]): string =>
  question.kind === "longText" && typeof saved === "string" ? longTextSummary(saved) : showAnswer(question, saved);

function actions({ form, state, frame }: FormInView, question: Question): Action[] {
  const { labels, typed } = viewPhrases;
  const button = (verb: Parameters<typeof buttonOf>[0]["verb"], label: string, words = label): Action =>
    buttonOf({ verb, label, typed: words }, frame);
  const answered = isAnswered(state, question);
  const proposed = !answered && proposalFor(form, state, question) !== undefined;
  const waiting = state.pending?.kind === "attachedPage" && state.pending.key === question.key;
  return [
    ...optionsOf(question).map(({ text }) => button("answer", text, labelledPhrases.line(question.label, text))),
    ...(waiting ? [button("attachedPage", labels.attachedPage, typed.attachedPage)] : []),
    ...(proposed ? [button("accept", labels.accept, typed.accept)] : []),
    ...(form.fields[0]?.key === question.key ? [] : [button("back", labels.back)]),
    ...(answered || !question.required ? [button("skip", labels.skip)] : []),
    button("leave", labels.leave),
  ].map((action, at) => (at === 0 && action.label !== labels.back ? { ...action, look: "primary" } : action));
}

/** 共820字，超过800字的部分另附页; undefined if the answer fits the form. */
export function attachedPageNote({ maxCharacters, overflow }: Question, value: string): string | undefined {
  const words = countWords(value);
  return overflow === true && maxCharacters !== undefined && words > maxCharacters
    ? viewPhrases.attachedPage(words, maxCharacters)
    : undefined;
}
