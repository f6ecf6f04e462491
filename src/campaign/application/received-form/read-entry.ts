import type { AnswerContext } from "../../../platform/conversation/answer.ts";
import { parseAnswer } from "../../../platform/conversation/answers/parse-answer.ts";
import { showAnswer } from "../../../platform/conversation/answers/show-answer.ts";
import { countWords } from "../../../platform/conversation/count-words.ts";
import type { Form, Question } from "../../../platform/conversation/field.ts";
import type { FormState } from "../../../platform/conversation/form-state.ts";
import { withAnswer } from "../../../platform/conversation/moves.ts";
import { cleanParagraphs } from "../../../platform/conversation/plain.ts";
import { longTextSummary } from "../../../platform/conversation/question-view.ts";

/** One field of a received form, beside what was there before. */
export interface FieldRead {
  key: string;
  label: string;
  /** As shown. Undefined: nothing was there. */
  before: string | undefined;
  after: string;
}

export interface Unread {
  key: string;
  label: string;
  sentence: string;
  typed: string;
}

/** What taking over a received form would make of a case. */
export interface EntryRead {
  /** The state afterwards. */
  state: FormState;
  added: readonly FieldRead[];
  changed: readonly FieldRead[];
  same: readonly FieldRead[];
  /** Labels of fields without an answer that are still to be asked. */
  empty: readonly string[];
  /** Keys and labels of optional fields that stand on the form and were left empty: they are not asked again. */
  leftOpen: readonly { key: string; label: string }[];
  unread: readonly Unread[];
  /** 字数 of a text that is longer than the form's box, its limit, and whether the rest may go on on an attached page. */
  long: { label: string; words: number; most: number } | undefined;
}

export interface Written {
  /** As written, by field key. */
  values: ReadonlyMap<string, string>;
  /** Keys of the fields that stand on the form, filled in or not. */
  present: readonly string[];
  context: AnswerContext;
}

export function readEntry(form: Form, base: FormState, { values, present, context }: Written): EntryRead {
  let state = base;
  const groups = { added: [] as FieldRead[], changed: [] as FieldRead[], same: [] as FieldRead[] };
  const unread: Unread[] = [];
  let long: EntryRead["long"];
  for (const question of form.fields) {
    const written = writtenFor(question, values.get(question.key) ?? "");
    if (written === "") continue;
    const parsed = parseWritten(question, written, context);
    if (!parsed.ok) {
      unread.push({ key: question.key, label: question.label, sentence: parsed.retry, typed: written });
      continue;
    }
    const before = base.answers[question.key];
    const shown = (value: typeof before) => (value === undefined ? undefined : shownAs(question, value));
    const field = {
      key: question.key,
      label: question.label,
      before: shown(before),
      after: shownAs(question, parsed.value),
    };
    const isSame = before !== undefined && showAnswer(question, before) === showAnswer(question, parsed.value);
    groups[before === undefined ? "added" : isSame ? "same" : "changed"].push(field);
    state = isSame ? state : withAnswer(state, question, parsed.value);
    long ??= tooLong(question, parsed.value);
  }
  const without = form.fields.filter(({ key }) => !values.has(key) && base.answers[key] === undefined);
  const isLeftOpen = ({ key, required }: Question) => !required && present.includes(key);
  return {
    state,
    ...groups,
    empty: without.filter((question) => !isLeftOpen(question)).map(({ label }) => label),
    leftOpen: without.filter(isLeftOpen).map(({ key, label }) => ({ key, label })),
    unread,
    long,
  };
}

/** A text beyond the limit is taken whole where the rest may stand on an attached page. */
function parseWritten(question: Question, written: string, context: AnswerContext) {
  const parsed = parseAnswer(question, written, context);
  if (parsed.ok || parsed.pending?.kind !== "attachedPage") return parsed;
  const { text } = parsed.pending;
  return { ok: true as const, value: text, shown: text };
}

const shownAs = (question: Question, value: FormState["answers"][string]): string =>
  question.kind === "longText" && typeof value === "string" ? longTextSummary(value) : showAnswer(question, value);

function tooLong({ label, kind, maxCharacters }: Question, value: FormState["answers"][string]): EntryRead["long"] {
  if (kind !== "longText" || maxCharacters === undefined || typeof value !== "string") return undefined;
  const words = countWords(value);
  return words > maxCharacters ? { label, words, most: maxCharacters } : undefined;
}

const TICKED = "☑☒√✔✓■▣☐□○●◉◎";
const IS_TICKED = /[☑☒√✔✓■▣●◉◎]/u;
const BOX = new RegExp(`[${TICKED}]`, "u");

/** The ticked option of a line of boxes (□无 ☑有); texts as they are. */
function writtenFor({ kind, label, options = [] }: Question, written: string): string {
  if (kind === "longText") return cleanParagraphs(written);
  if ((kind !== "choice" && kind !== "declaration") || !BOX.test(written)) return written;
  const parts = written.split(new RegExp(`(?=[${TICKED}])`, "u"));
  const ticked = parts
    .filter((part) => IS_TICKED.test(part))
    .map((part) => part.replaceAll(new RegExp(`[${TICKED}]`, "gu"), ""));
  const plain = ticked
    .map((part) => part.replaceAll(/[\s\u3000；;，,、。]+$/gu, "").trim())
    .filter((part) => part !== "");
  // A tick behind its option: 无√.
  if (plain.length === 0 && ticked.length > 0) {
    const before = parts.find(
      (part, at) => IS_TICKED.test(parts[at + 1] ?? "") && options.some(({ text }) => part.includes(text)),
    );
    return before?.replace(label, "").trim() ?? written;
  }
  return plain.join("、");
}
