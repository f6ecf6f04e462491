import type { AnswerValue } from "./answer.ts";
import { isCorrected } from "./answers/content-doubt.ts";
import { parseAnswer } from "./answers/parse-answer.ts";
import { showAnswer } from "./answers/show-answer.ts";
import { contentPhrases as phrases } from "./content-phrases.ts";
import type { Question } from "./field.ts";
import { answering, type StepContext } from "./moves.ts";
import { openQuestion } from "./open-question.ts";
import type { Step } from "./outcome.ts";
import { completedAddress } from "./part-of-address.ts";
import { heldPhrases, labelledPhrases } from "./phrases.ts";
import { editedText, type TextEdit, textEdits } from "./text-edits.ts";

interface Done {
  values: ReadonlyMap<Question, AnswerValue>;
  /** What each edit leads to. */
  told: readonly string[];
  /** Why one could not be done. */
  bad: readonly string[];
}

/**
 * Words within saved texts that are to be others, or to go, with what else the message changes: done in the texts as they
 * are, and shown before anything is recorded. All or none. Undefined for other words, and for one part of paragraphs alone.
 */
export function severalEdits(context: StepContext): Step | undefined {
  const { form, state, input } = context;
  const edits = input.isOffered ? undefined : textEdits(form, input.text);
  if (!edits || (edits.length === 1 && isAlone(edits[0]))) return undefined;
  const { values, told, bad } = edits.reduce<Done>((done, edit) => withEdit(context, done, edit), {
    values: new Map(),
    told: [],
    bad: [],
  });
  const [only, second] = values.keys();
  const isDone = bad.length === 0 && only !== undefined;
  const record = only && !second ? phrases.record(only.label) : labelledPhrases.recordRest(values.size);
  const sentence = isDone
    ? `${phrases.edited(told)}${phrases.either(record, heldPhrases.drop())}`
    : phrases.notEdited(bad);
  const readings = isDone ? [record, heldPhrases.drop()] : [];
  const offered = Object.fromEntries([...values].map(([{ key }, value]) => [key, value]));
  const open = openQuestion(form, state);
  return {
    state: isDone ? { ...state, offered } : state,
    outcome: open
      ? { kind: "retry", question: open, sentence, readings }
      : { kind: "review", notes: [sentence], readings },
  };
}

/** A part of paragraphs alone is shown whole as it is changed; words of them that go, too. */
const isAlone = (edit: TextEdit | undefined): boolean => edit?.kind === "within" && edit.question.kind === "longText";

function withEdit(context: StepContext, done: Done, edit: TextEdit): Done {
  if (edit.kind === "unread") return { ...done, bad: [...done.bad, phrases.editUnread(edit.said)] };
  const { question } = edit;
  const { label } = question;
  const saved = done.values.get(question) ?? context.state.answers[question.key];
  const before = saved === undefined ? "" : showAnswer(question, saved);
  const failed = (why: string): Done => ({ ...done, bad: [...done.bad, why] });
  const text = edit.kind === "whole" ? edit.value : editedText(typeof saved === "string" ? saved : "", edit);
  if (edit.kind === "within") {
    const places = before === "" ? 0 : String(saved).split(edit.wrong).length - 1;
    if (places !== 1) return failed(phrases.notThere(label, edit.wrong, places));
    if (text === "") return failed(phrases.nothingLeft(label));
  } else if (completedAddress(label, before, text) !== undefined)
    return failed(phrases.edits(edit.said, label, undefined));
  if (isCorrected(edit.kind === "whole" ? text : edit.right)) return failed(phrases.editUnread(edit.said));
  const parsed = parseAnswer(question, text, { ...answering(context.input), asText: edit.kind === "within" });
  if (!parsed.ok) return failed(`${label}：${parsed.retry}`);
  const shown =
    question.kind === "longText" && edit.kind === "within"
      ? phrases.editedPart(label, edit, around(text, edit.right, String(saved).indexOf(edit.wrong)))
      : phrases.editedWhole(label, before, parsed.shown);
  return { ...done, values: new Map([...done.values, [question, parsed.value]]), told: [...done.told, shown] };
}

const BREAK = /[。；;\n]/u;

/** The sentence of the text that is changed. */
function around(text: string, right: string, at: number): string {
  const head = text.slice(0, Math.max(0, right === "" ? at - 1 : at));
  const from = head.search(/[^。；;\n]*$/u);
  const rest = text.slice(Math.max(0, at) + right.length);
  const end = rest.search(BREAK);
  return text.slice(from, end < 0 ? text.length : Math.max(0, at) + right.length + end + 1).trim();
}
