import { visibleText } from "../../shared/visible-text.ts";
import type { Form, Question } from "./field.ts";
import { compactAnswer } from "./plain.ts";
import { openingIn } from "./spoken.ts";

/** An answer with the name of its field before it. */
export interface LabelledAnswer {
  question: Question;
  /** As written, without the label. */
  text: string;
}

export interface Labelled {
  /** What stands before the first label: the answer to the open question; empty if nothing does. */
  head: string;
  answers: readonly LabelledAnswer[];
}

/** Where a label may begin: a line, a cell, after ； or, with a colon behind it, after a comma or a blank. */
const BREAK = /[\n\t；;]/u;
const PAUSE = /[，,。、\s]/u;
const NUMBERING = /^\s*(?:[（(]?\d{1,2}[)）.、．]\s*)?/u;
const SIGN = /^\s*[:：]\s*/u;
const VERB =
  /^\s*(?:呢|嘛)?[\s,，]*(?:改为|改成|更正为|应该是|应为|就是|是|为(?!民)|叫做?)\s*[:：]?\s*|^呢[\s,，]*(?=\p{Script=Han})/u;
const PLACED = /^\s*(?:呢|嘛)?\s*在\s*/u;
const WORD = /^(?=[\p{Script=Han}\d])/u;
const BLANK = /^[ \u3000]+/u;
/** A part of a label, 地址 of 小区地址, names the field where no other ends in it. */
const MIN_PART = 2;
const TRAILING = /[\s，,；;。、]+$/u;

interface Mark {
  question: Question;
  from: number;
  to: number;
  /** Nothing but the label says that it is one. */
  bare?: "long" | "short";
}

/**
 * Finds answers with labels: 小区名称：锦绣花园；小区地址：越王路1号, also on several lines or pasted from a table, and
 * 申报单位改成甲，地址是乙. Empty if no label stands in the text.
 */
export function readLabelled(form: Form, typed: string): Labelled {
  const text = visibleText(typed);
  const marks = labelsIn(form, text);
  const answers = marks.map(({ question, to }, index) => ({
    question,
    text: text.slice(to, marks[index + 1]?.from).replace(TRAILING, ""),
  }));
  return {
    head: text
      .slice(0, marks[0]?.from ?? 0)
      .replace(TRAILING, "")
      .trim(),
    answers,
  };
}

/** Labels with nothing behind them count among others, short ones among two. */
function labelsIn(form: Form, text: string): readonly Mark[] {
  const marks: Mark[] = [];
  for (let at = 0; at < text.length; at++) {
    const before = at === 0 ? "\n" : (text[at - 1] ?? "");
    const isLine = BREAK.test(before);
    // Who speaks makes no pause: 小区名称是锦绣花园地址是越王路1号.
    const isSpoken = marks.length > 0 && at >= (marks.at(-1)?.to ?? 0) + 2;
    if (!isLine && !PAUSE.test(before) && !isSpoken) continue;
    const mark = markAt(form, text, { at, isLine, isPause: isLine || PAUSE.test(before) });
    if (!mark || marks.some(({ question }) => question === mark.question)) continue;
    marks.push(mark);
    at = mark.to - 1;
  }
  const long = marks.filter(({ bare }) => bare !== "short");
  const kept = long.length > 1 ? marks : long;
  return kept.length > 1 ? kept : kept.filter(({ bare }) => bare === undefined);
}

interface Place {
  at: number;
  isLine: boolean;
  isPause: boolean;
}

function markAt(form: Form, text: string, { at, isLine, isPause }: Place): Mark | undefined {
  const numbered = isLine ? (NUMBERING.exec(text.slice(at))?.[0].length ?? 0) : 0;
  const opening = numbered + openingIn(text.slice(at + numbered));
  const rest = text.slice(at + opening);
  for (const { name, question, part } of namesOf(form)) {
    if (!rest.startsWith(name) || (part === "start" && !isPause)) continue;
    const after = rest.slice(name.length);
    const isWhole = part === undefined;
    const behind =
      SIGN.exec(after) ??
      VERB.exec(after) ??
      (name.endsWith("地址") ? PLACED.exec(after) : null) ??
      (isWhole && isLine ? (BLANK.exec(after) ?? /^\t/u.exec(after)) : null);
    const mark = { question, from: at, to: at + opening + name.length + (behind?.[0].length ?? 0) };
    if (behind) return mark;
    const isBare = isPause && part !== "start" && (BLANK.test(after) || WORD.test(after));
    if (isBare) return { ...mark, bare: isWhole || name.length > MIN_PART ? "long" : "short" };
  }
  return undefined;
}

interface Name {
  name: string;
  question: Question;
  /** Left out for the whole label. */
  part?: "start" | "end";
}

/** Labels, and their beginnings and ends that only one field has, the longest first. */
function namesOf({ fields }: Form): Name[] {
  const whole = fields.map((question): Name => ({ name: question.label, question }));
  const parts = fields.flatMap((question) => {
    const label = compactAnswer(question.label);
    const ends = Array.from({ length: Math.max(0, label.length - MIN_PART) }, (_, cut) => label.slice(cut + 1));
    const own = ends.filter(
      (end) => fields.filter(({ label: other }) => compactAnswer(other).endsWith(end)).length === 1,
    );
    return own.map((name): Name => ({ name, question, part: "end" }));
  });
  const starts = fields.flatMap((question) => {
    const label = compactAnswer(question.label);
    const all = Array.from({ length: Math.max(0, label.length - MIN_PART) }, (_, cut) =>
      label.slice(0, cut + MIN_PART),
    );
    const own = all.filter(
      (start) => fields.filter(({ label: other }) => compactAnswer(other).includes(start)).length === 1,
    );
    return own.map((name): Name => ({ name, question, part: "start" }));
  });
  return [...whole, ...parts, ...starts].sort((a, b) => b.name.length - a.name.length);
}
