import { findPhones, withDigits } from "./answers/find-phones.ts";
import type { Form, Question } from "./field.ts";
import { labelNames, phoneOf } from "./label-names.ts";
import type { LabelledAnswer } from "./labelled-answers.ts";
import { compactAnswer } from "./plain.ts";

const NAME = /^(?:姓名|名字|联系人)$/u;
const TITLE = /^(?:职务|身份|岗位|角色|职位|类别)$/u;
const PHONE = /(?:电话|手机|联系方式|号码)$/u;

/**
 * A list of people, 姓名　职务　电话: each is the answer to the field that is called like the title, with the number.
 * Undefined for other texts.
 * @returns `unread`: rows whose title is the name of no field
 */
export function readPeople(
  form: Form,
  text: string,
): { answers: readonly LabelledAnswer[]; unread: readonly string[] } | undefined {
  const rows = text
    .split("\n")
    .map((line) => line.split("\t").map((cell) => cell.trim()))
    .filter((cells) => cells.some((cell) => cell !== ""));
  const [head = [], ...people] = rows;
  const [name, title, phone] = [NAME, TITLE, PHONE].map((is) => head.findIndex((cell) => is.test(compactAnswer(cell))));
  if (name === undefined || title === undefined || name < 0 || title < 0 || people.length === 0) return undefined;
  const answers: LabelledAnswer[] = [];
  const unread: string[] = [];
  for (const cells of people) {
    const question = personCalled(form, cells[title] ?? "");
    const number = findPhones(withDigits(cells[phone ?? -1] ?? ""))[0]?.number;
    const sibling = question && phoneOf(form, question);
    if (!question || answers.some((one) => one.question === question)) unread.push(cells.filter(Boolean).join(" "));
    else answers.push({ question, text: cells[name] ?? "" });
    if (question && sibling && number !== undefined && !answers.some((one) => one.question === sibling))
      answers.push({ question: sibling, text: number });
  }
  return { answers, unread };
}

const personCalled = (form: Form, title: string): Question | undefined =>
  labelNames(form).find(
    ({ name, question, part }) =>
      part !== "start" && question.kind === "text" && phoneOf(form, question) && name === compactAnswer(title),
  )?.question;
