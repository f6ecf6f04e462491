import { visibleText } from "../../shared/visible-text.ts";
import { answerAll } from "./answer-all.ts";
import { contentPhrases as phrases } from "./content-phrases.ts";
import type { Form, Question } from "./field.ts";
import type { LabelledAnswer } from "./labelled-answers.ts";
import { answer, answerElsewhere, type StepContext } from "./moves.ts";
import { openQuestion } from "./open-question.ts";
import type { Step } from "./outcome.ts";
import { heldPhrases, labelledPhrases } from "./phrases.ts";
import { cleanLine, compactAnswer } from "./plain.ts";
import { unchangedIn, withoutUnchanged } from "./unchanged.ts";
import { viewPhrases } from "./view-phrases.ts";

/** In lines: less may be the row of a form. */
const FEWEST = 3;
/** A form has more rows below its text. */
const MOST_ROWS = 1;

/** The field of paragraphs whose name stands alone above a text, and the text. */
function headed(form: Form, typed: string): { question: Question; text: string } | undefined {
  const [first = "", ...lines] = visibleText(typed).trim().split("\n");
  const called = compactAnswer(first)
    .replace(HEAD, "")
    .replace(/(?:如下)?[:：]?$/u, "");
  const question = form.fields.find(({ kind, label }) => kind === "longText" && label === called);
  const isText =
    lines.filter((line) => line.trim() !== "").length >= (isCounted(lines) ? FEWEST_COUNTED : FEWEST) &&
    !lines.some((line) => /\t/u.test(line));
  return question && isText ? { question, text: lines.join("\n") } : undefined;
}

/** 附：, 附件2： */
const HEAD = /^附件?\d{0,2}[:：]/u;
/** （1）小区概况：…, ·主要做法：…: each line is a part of the text. */
const isCounted = (lines: readonly string[]): boolean =>
  lines.filter((line) => ITEM.test(line)).length >= FEWEST_COUNTED;
const ITEM = /^\s*(?:[（(]?[\d一二三四五六七八九十]{1,3}[)）.、．]|[·•●○▪■◆*\-－—\u2460-\u2473])/u;
const FEWEST_COUNTED = 2;

/** 一、, （二）: sections of a text, which no form has between its rows. */
const counts = (text: string): boolean =>
  (text.match(/^\s*(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）])/gmu) ?? []).length >=
  SECTIONS;
const SECTIONS = 2;

/** 备注：… on the last line, below the text of another field: a row of the form, where no more of them follow. */
function lastRow(form: Form, own: Question, text: string): { above: string; row: LabelledAnswer } | undefined {
  const lines = text.trim().split("\n");
  const last = lines.at(-1)?.trim() ?? "";
  // Below a list of numbered items it may be the row of any field.
  const isList = lines.slice(0, -1).every((line) => ITEM.test(line));
  const question = form.fields.find(
    ({ kind, label }) =>
      (kind === "longText" || isList) &&
      label !== own.label &&
      /^\s*[:：]/u.test(last.startsWith(label) ? last.slice(label.length) : ""),
  );
  const above = lines.slice(0, -1).join("\n").trim();
  if (!question || above === "") return undefined;
  return {
    above,
    row: { question, named: question.label, text: last.slice(question.label.length).replace(/^\s*[:：]\s*/u, "") },
  };
}

/** All of it is offered as one text, and none of it is cut off. */
function askWhole(
  { form, state }: StepContext,
  { question, text }: { question: Question; text: string },
  within: readonly LabelledAnswer[],
): Step {
  const content = text.trim();
  const readings = [phrases.record(question.label), heldPhrases.drop()];
  const labels = within.map((one) => one.question.label);
  const sentence = `${phrases.wholeOf(question.label, content, labels)}${phrases.either(phrases.record(question.label), heldPhrases.drop())}`;
  const open = openQuestion(form, state);
  return {
    state: { ...state, offered: { [question.key]: content } },
    outcome: open
      ? { kind: "retry", question: open, sentence, readings }
      : { kind: "review", notes: [sentence], readings },
  };
}

/**
 * 申报材料 above a text of its own: all of it belongs there, also a line that begins with the name of another field; that
 * it does is said. Undefined for other messages, and where rows of the form follow.
 * @param answers as the labels within would part them
 */
export function headedText(context: StepContext, answers: readonly LabelledAnswer[]): Step | undefined {
  const { form, state, input } = context;
  const found = headed(form, input.text);
  if (!found) return undefined;
  const { question } = found;
  const stays = unchangedIn(form, found);
  const { text } = withoutUnchanged(form, found);
  const within = answers.filter((one) => one.question !== question);
  const rows = text
    .split("\n")
    .filter((line) => within.some(({ named }) => named && line.trim().startsWith(named.trim())));
  if (rows.length > MOST_ROWS) return counts(text) ? askWhole(context, { question, text }, within) : undefined;
  const apart = lastRow(form, question, text);
  if (apart) return answerAll(context, { answers: [{ question, text: apart.above }, apart.row] });
  const done = state.at === question.key ? answer(context, question, text) : answerElsewhere(context, question, text);
  const { outcome } = done;
  if (outcome.kind !== "ask" && outcome.kind !== "review") return done;
  const notes = [
    ...within.map((one) => viewPhrases.keptWithin(question.label, cleanLine(one.named ?? one.question.label))),
    ...(stays === undefined ? [] : [labelledPhrases.headings([stays])]),
  ];
  if (notes.length === 0) return done;
  return { ...done, outcome: { ...outcome, notes: [...(outcome.notes ?? []), ...notes] } };
}
