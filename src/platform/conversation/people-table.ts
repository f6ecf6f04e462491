import { findPhones, withDigits } from "./answers/find-phones.ts";
import type { Form, Question } from "./field.ts";
import { labelNames, phoneOf } from "./label-names.ts";
import { type LabelledAnswer, readLabelled } from "./labelled-answers.ts";
import { compactAnswer } from "./plain.ts";

const NAME = /^(?:姓名|名字|联系人)$/u;
const TITLE = /^(?:职务|身份|岗位|角色|职位|类别)$/u;
const PHONE = /(?:电话|手机|联系方式|号码)$/u;
const REMARK = /^(?:备注|说明|附注|其他)$/u;

interface Columns {
  name: number;
  title: number;
  phone: number;
  remark: number;
}

/**
 * A list of people, 姓名　职务　电话　备注: each is the answer to the field that is called like the title, with the number.
 * Rows of one cell around it are read as others are. Undefined for other texts.
 * @returns `unread`: rows whose title is the name of no field, and remarks that are of none
 */
export function readPeople(
  form: Form,
  text: string,
): { answers: readonly LabelledAnswer[]; unread: readonly string[]; headings?: readonly string[] } | undefined {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const rows = lines.map((line) => line.split("\t").map((cell) => cell.trim()));
  const at = rows.findIndex((cells) => columnsOf(cells) !== undefined);
  const columns = columnsOf(rows[at] ?? []);
  const isBelow = (row: number): boolean => row > at && (rows[row]?.length ?? 0) > 1;
  if (!columns || at < 0 || !rows.some((_, row) => isBelow(row))) return undefined;
  const beside = lines.filter((_, row) => row !== at && !isBelow(row)).join("\n");
  const around = beside === "" ? undefined : readLabelled(form, beside);
  const answers: LabelledAnswer[] = [...(around?.answers ?? [])];
  const unread: string[] = [...(around?.unread ?? []), ...(around?.head ? around.head.split("\n") : [])];
  const isAnswered = (question: Question) => answers.some((one) => one.question === question);
  for (const cells of rows.filter((_, row) => isBelow(row))) {
    const { name, title, phone, remark } = columns;
    const question = personCalled(form, cells[title] ?? "");
    const number = findPhones(withDigits(cells[phone] ?? ""))[0]?.number;
    const sibling = question && phoneOf(form, question);
    const said = cells[remark] ?? "";
    if (!question || isAnswered(question)) {
      unread.push(cells.filter(Boolean).join(" "));
      continue;
    }
    answers.push({ question, text: cells[name] ?? "" });
    if (sibling && number !== undefined && !isAnswered(sibling)) answers.push({ question: sibling, text: number });
    const body = said === "" ? undefined : bodyOf(form, question, said);
    if (body && !isAnswered(body)) answers.push({ question: body, text: said });
    else if (said !== "") unread.push(`${cells[title] ?? ""} ${said}`);
  }
  return { answers, unread, headings: around?.headings ?? [] };
}

function columnsOf(cells: readonly string[]): Columns | undefined {
  const [name = -1, title = -1, phone = -1, remark = -1] = [NAME, TITLE, PHONE, REMARK].map((is) =>
    cells.findIndex((cell) => is.test(compactAnswer(cell))),
  );
  return name < 0 || title < 0 ? undefined : { name, title, phone, remark };
}

const personCalled = (form: Form, title: string): Question | undefined =>
  labelNames(form).find(
    ({ name, question, part }) =>
      part !== "start" && question.kind === "text" && phoneOf(form, question) && name === compactAnswer(title),
  )?.question;

/** 江畔花园党支部 beside the 党支部书记: the field for the name of the body in which somebody is that. */
const bodyOf = (form: Form, person: Question, remark: string): Question | undefined =>
  form.fields.find(({ kind, label }) => {
    const body = label.replace(/名称$/u, "");
    return kind === "text" && body !== label && person.label.startsWith(body) && remark.endsWith(body);
  });
