import { answerAll } from "./answer-all.ts";
import { askParts } from "./answer-alone.ts";
import { findPhones } from "./answers/find-phones.ts";
import { parseAnswer } from "./answers/parse-answer.ts";
import { beginsAsName } from "./answers/surnames.ts";
import { choiceBefore } from "./choice-before.ts";
import { type Form, optionsOf, type Question } from "./field.ts";
import { isAnswered } from "./form-state.ts";
import { labelNames, phoneOf } from "./label-names.ts";
import type { LabelledAnswer } from "./labelled-answers.ts";
import { answering, type StepContext } from "./moves.ts";
import type { Step } from "./outcome.ts";
import { cleanLine } from "./plain.ts";

/** In characters: what is longer is a sentence. */
const LONGEST = 60;
const BETWEEN = /[\s，,、；;/／]+/u;
const PERSON = /^\p{Script=Han}{2,3}$/u;
const OF_PERSON = /(?:主任|书记|负责人|联系人)$/u;
const PHONE_WORD = /^(?:联系)?(?:电话|手机)(?:号码?)?[:：]?/u;
const COMMUNITY = [/^\p{Script=Han}{2,10}(?:社区|村)$/u, /社区$/u] as const;
/** What a value is by its end, and the end of the label of the field that asks for such. */
const SHAPES: readonly (readonly [RegExp, RegExp])[] = [
  [/^\p{Script=Han}{2,24}(?:支部|总支|党委)$/u, /支部名称$/u],
  [/^\p{Script=Han}{2,8}(?:街道|镇|乡)$/u, /街道$/u],
  COMMUNITY,
  [/^\p{Script=Han}{3,24}(?:公司|物业)$/u, /企业名称$/u],
];
const FIGURE = /^\d+(?:[.。·]\d+)?[%％]?$/u;

/**
 * 周明 18900003333 曹娥社区党支部, 曹娥街道 曹娥社区, 入住 92.5 8.25: values of several columns in one line, each told by
 * its form. They are recorded where none of the other columns is filled in yet, and otherwise asked about. Undefined for
 * other words.
 */
export function severalColumns(context: StepContext, open: Question): Step | undefined {
  const { form, state, input } = context;
  const text = cleanLine(input.text);
  if ([...text].length > LONGEST || /[\n\t。：:]/u.test(input.text.trim())) return undefined;
  const answers = rates(context, text) ?? places(form, open, text) ?? named(form, open, text);
  if (!answers || answers.length < 2) return undefined;
  const fields = answers.map(({ question }) => question);
  if (new Set(fields).size < fields.length) return undefined;
  const isOwn = fields.some((one) => one === open || phoneOf(form, one) === open);
  const isRead = answers.every((one) => parseAnswer(one.question, one.text, answering(input)).ok);
  if (!isRead || (!isOwn && open.kind !== "longText")) return undefined;
  const isNew = fields.every((one) => one === open || !isAnswered(state, one));
  if (isOwn && isNew) return answerAll(context, { answers });
  return askParts(context, open, { parts: answers, text, asColumns: true });
}

/** 入住 92.5 8.25: which of the two it is, the rate, and the day. */
function rates({ form, input }: StepContext, text: string): LabelledAnswer[] | undefined {
  const [kind = "", figure = "", day, more] = text.split(BETWEEN);
  const rate = form.fields.find((one) => one.kind === "percent" && choiceBefore(form, one) !== undefined);
  const choice = rate && choiceBefore(form, rate);
  const options = choice ? optionsOf(choice).filter((one) => kind.length > 1 && one.text.startsWith(kind)) : [];
  const [option, second] = options;
  if (!rate || !choice || !option || second || !FIGURE.test(figure) || more !== undefined) return undefined;
  const date = form.fields[form.fields.indexOf(rate) + 1];
  const isDay = day !== undefined && date?.kind === "date" && parseAnswer(date, day, answering(input)).ok;
  if (day !== undefined && !isDay) return undefined;
  return [
    { question: choice, text: option.text },
    { question: rate, text: figure },
    ...(day !== undefined && date ? [{ question: date, text: day }] : []),
  ];
}

/** 三江/城南社区 at 所属街道: the street by its short name, before its community. */
function places({ fields }: Form, open: Question, text: string): LabelledAnswer[] | undefined {
  const [street = "", of = "", more] = text.split(BETWEEN);
  const field = fields.find(({ kind, label }) => kind === "text" && COMMUNITY[1].test(label));
  const isShort = STREET.test(open.label) && /^\p{Script=Han}{2,3}$/u.test(street) && COMMUNITY[0].test(of);
  if (!field || more !== undefined || !isShort) return undefined;
  return [
    { question: open, text: street },
    { question: field, text: of },
  ];
}
const STREET = /街道$/u;

/** Undefined where a part is nothing that has a form of its own. */
function named(form: Form, open: Question, text: string): LabelledAnswer[] | undefined {
  const answers: LabelledAnswer[] = [];
  let person = OF_PERSON.test(open.label) ? open : form.fields.find((one) => phoneOf(form, one) === open);
  for (const [at, part] of text.split(BETWEEN).entries()) {
    const label = labelNames(form).find((one) => one.name === part && one.part !== "start");
    if (at === 0 && label && OF_PERSON.test(label.question.label)) {
      person = label.question;
      continue;
    }
    if (PHONE_WORD.test(part) && part.replace(PHONE_WORD, "") === "") continue;
    const answer = valueIn(form, part.replace(PHONE_WORD, ""), person);
    if (!answer) return undefined;
    answers.push(answer);
  }
  return answers;
}

function valueIn(form: Form, part: string, person: Question | undefined): LabelledAnswer | undefined {
  const [shape] = SHAPES.filter(([is]) => is.test(part));
  const field = shape && form.fields.find(({ kind, label }) => kind === "text" && shape[1].test(label));
  if (field) return { question: field, text: part };
  const [phone] = findPhones(part);
  const own = person && phoneOf(form, person);
  if (phone && own && phone.to - phone.from === part.length) return { question: own, text: phone.number };
  return person && PERSON.test(part) && beginsAsName(part) ? { question: person, text: part } : undefined;
}
