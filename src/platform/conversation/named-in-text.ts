import { isMeantFor } from "./answers/other-shape.ts";
import { beginsAsName } from "./answers/surnames.ts";
import type { Form, Question } from "./field.ts";
import { LEFT_OUT } from "./label-marks.ts";
import { labelNames } from "./label-names.ts";

/** 改 备注 …, 备注改为…, 内容：…: says itself that the content takes the place of another. */
export const EXPLICIT =
  /^\s*[/／]?\s*(?:改|修改|更正|重填)\s*[:：]?\s*\S|^[^，,。；;\n]{0,14}?(?:改为|改成|换成|更正为|应为|改回|重写)/u;

/** What was recorded of the message. */
interface Changed {
  question: Question;
  shown: string;
}

/** 单位锦绣物业，备注无: what stands before the field's own name and 无. */
export function beforeOwn({ question: { label } }: Changed, text: string): string | undefined {
  const at = text.indexOf(label);
  const isNone =
    at > 0 && !EXPLICIT.test(text) && [...text].length <= MOST_SENTENCE && LEFT_OUT.test(text.slice(at + label.length));
  return isNone ? text.slice(0, at).replace(/[\s,，;；]+$/u, "") : undefined;
}

type Named = readonly [question: Question, said: string] | readonly [];

/** Of a line the first word, where what was recorded stands behind words that take something back. */
export function headOf(form: Form, { question, shown }: Changed, text: string): Named {
  const named = labelNames(form).find(
    (one) => one.part !== "start" && one.question !== question && text.startsWith(one.name),
  );
  const isOwn = named && (shown.startsWith(named.name) || question.label.endsWith(named.name));
  return named && !isOwn && /不对|错了|不是/u.test(text) && !text.startsWith(shown) ? [named.question, ""] : [];
}

const [MOST_SENTENCE, MOST_DICTATED] = [40, 80];

/** Of a short sentence the whole name of a field of one line, and what it is said to be. */
export function sentenceOf(form: Form, { question }: Changed, text: string): Named {
  const length = [...text].length;
  // Dictated, with nothing but blanks between what is said.
  if (length > MOST_SENTENCE && length <= MOST_DICTATED && !/[，,。；;！!]/u.test(text))
    return headSays(form, question, text);
  if (length > MOST_SENTENCE || /[。！!]\s*\S/u.test(text)) return [];
  for (const named of form.fields.filter((one) => one.kind !== "longText" && one !== question)) {
    const at = text.indexOf(named.label);
    const said = at < 0 ? undefined : SAYS.exec(text.slice(at + named.label.length))?.[1];
    if (said !== undefined) return [named, said];
  }
  return headSays(form, question, text);
}

/** 物业是…公司, 主任是李建华: another word for a field, and a value of its kind. 物业是24小时值班的 is a sentence. */
function headSays(form: Form, own: Question, text: string): Named {
  for (const { name, question, part } of labelNames(form)) {
    const said = text.startsWith(name) ? IS.exec(text.slice(name.length))?.[1] : undefined;
    if (part === "start" || question.kind !== "text" || question === own || said === undefined) continue;
    const value = IN_FULL.exec(said)?.[1] ?? said;
    const isPerson = PERSON.test(question.label) && /^\p{Script=Han}{2,3}$/u.test(value) && beginsAsName(value);
    return isPerson || isMeantFor(question.label, value) ? [question, value] : [];
  }
  return [];
}
const IS =
  /^(?:的?名[称字])?(?:就?是|叫做?)[,，\s]*(?:(?:刚才|刚刚|前面|上面)?(?:[说写报]的)?那[个家])?(\S{2,})(?:$|\s)/u;
const IN_FULL = /全称(?:就?是|叫)(\S{4,})$/u;
const PERSON = /(?:主任|书记|负责人)$/u;
const SAYS = /^(?:那?就?[叫是]|[应也都]?改[为成]|填|写)[,，\s]*(\S{2,})$/u;
