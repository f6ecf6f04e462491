import { showAnswer } from "./answers/show-answer.ts";
import { elsewherePhrases as phrases } from "./elsewhere-phrases.ts";
import type { Form, Question } from "./field.ts";
import type { FormState } from "./form-state.ts";
import { phoneOf } from "./label-names.ts";
import type { Labelled, LabelledAnswer } from "./labelled-answers.ts";
import { compactAnswer } from "./plain.ts";

/** A person of whom it is not said which body is meant: what is asked, and what the form's own field would hold. */
export interface Unclear {
  question: Question;
  /** As it was written. */
  line: string;
  retry: string;
  readings: readonly string[];
}

const SIGN = /(?:就?是|叫做?|为|[:：=\s])+$/u;
const BODY = /名称$|单位$|企业$|街道$|社区$/u;

/** The words for a field, without the sign behind them. */
const nameOf = (named: string): string => compactAnswer(named).replace(SIGN, "");

/** 物业是鉴湖物业，负责人是张强: whose 负责人 it is where another body was named last. */
export function withoutUnclear(
  form: Form,
  { answers: saved }: FormState,
  read: Labelled,
): { read: Labelled; unclear: readonly Unclear[] } {
  const { answers } = read;
  const bodies = answers.flatMap((one, at) => {
    const { question, named = "" } = one;
    const owner = form.fields.find(({ label }) => label !== question.label && question.label.startsWith(label));
    const before = answers[at - 1]?.question;
    const isShort = owner !== undefined && question.label === `${owner.label}${nameOf(named)}`;
    const isUnclear = isShort && before !== undefined && before !== owner && BODY.test(before.label);
    return isUnclear ? [{ one, owner, before }] : [];
  });
  if (bodies.length === 0) return { read, unclear: [] };
  const phones = bodies.map(({ one }) => phoneOf(form, one.question));
  const isTaken = (one: LabelledAnswer) => bodies.some((body) => body.one === one) || phones.includes(one.question);
  const unclear = bodies.map(({ one: { question, named = "", text }, owner, before }): Unclear => {
    const phone = answers.find((one) => one.question === phoneOf(form, question));
    const value = [text.trim(), ...(phone ? [phone.text.trim()] : [])].join(" ");
    const now = saved[question.key];
    return {
      question,
      line: `${nameOf(named)}${value}`,
      retry: phrases.whosePerson(`${nameOf(named)}${value}`, {
        bodies: [owner.label, before.label],
        label: question.label,
        now: now === undefined ? undefined : showAnswer(question, now),
      }),
      readings: [value],
    };
  });
  const unread = [...read.unread, ...unclear.map(({ line }) => line)];
  return { read: { ...read, answers: answers.filter((one) => !isTaken(one)), unread }, unclear };
}
