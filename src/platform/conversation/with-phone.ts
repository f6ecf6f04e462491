import { phoneIn } from "./answers/phone-in-line.ts";
import type { Form, Question } from "./field.ts";
import { phoneOf } from "./label-names.ts";
import type { LabelledAnswer } from "./labelled-answers.ts";

/** 王建国 13812345678 answers 负责人 and 负责人电话; undefined for other answers. */
export function withItsPhone(form: Form, question: Question, text: string): readonly LabelledAnswer[] | undefined {
  const phone = question.kind === "text" && !/\n|\t.*\t/.test(text.trim()) ? phoneIn(text, { short: true }) : undefined;
  const sibling = phoneOf(form, question);
  const corrected = sibling && question.kind === "text" ? withCorrection(question, sibling, text) : undefined;
  if (corrected) return corrected;
  if (!phone || phone.rest === "" || !sibling) return undefined;
  return [
    { question, text: phone.rest },
    { question: sibling, text: phone.number },
  ];
}

/** 王建国电话138…不对是…: what was wrong was the number. */
function withCorrection(question: Question, sibling: Question, text: string): readonly LabelledAnswer[] | undefined {
  const [, name = "", number = ""] = CORRECTED.exec(text.trim()) ?? [];
  return number === ""
    ? undefined
    : [
        { question, text: name },
        { question: sibling, text: number },
      ];
}
const CORRECTED =
  /^(\p{Script=Han}{2,4})[\s,，]*(?:(?:联系)?(?:电话|手机)(?:号码?)?(?:是|为)?)[\s,，]*([\d〇零○一二三四五六七八九幺\-\s]{6,}[嗯哦啊,，\s]*(?:不对|错了|[说写]错了).{3,40})$/u;

/** Names with their numbers beside them as two answers each, unless the number is said apart. */
export const withPhones = (form: Form, answers: readonly LabelledAnswer[]): readonly LabelledAnswer[] =>
  answers.flatMap((one) => {
    const both = withItsPhone(form, one.question, one.text);
    const isApart = answers.some(({ question }) => question === both?.[1]?.question);
    return both && !isApart ? both : [one];
  });
