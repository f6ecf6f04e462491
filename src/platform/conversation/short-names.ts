import { visibleText } from "../../shared/visible-text.ts";
import type { Form, Question } from "./field.ts";
import { compactAnswer } from "./plain.ts";
import { EMPTY_WORDS } from "./spoken.ts";

/** In characters. */
const [SHORTEST, LONGEST, SKIPPING] = [2, 8, 3];
const OF_THING = /(?:名称|单位|地址|街道|社区|主任|书记|负责人|姓名)$/u;
const SIGN = /^\s*[:：=＝]\s*\S/u;
/** Said of a field: 项目名同上, 备注删掉, 形式改2. */
const DONE_TO =
  /^(?:也|都|就)?(?:删[掉除了]|去掉|清空|不要|改(?:[为成到]|\s*\d|(?=\p{Script=Han}{2}))(?!造|建|善|革|制)|换成|同上|同前|不变|没变|照旧|同(?:负责人|书记|主任|单位))/u;
const FIGURE = /^\s*\d{1,3}(?:\.\d+)?%?$/u;
/** What makes a name of the word before it: 社区居委会, 物业管理处. */
const IN_NAMES =
  /^(?:服务|管理|居|委|党|办|中心|公司|企业|部|处|站|所|小区|物业|业委会|业主|联合|支部|总支|工作|综合|主任|书记|负责人|名称|地址|电话|旁|内|门|口|[,，、的和与及])/u;
const MOST = 60;

/** Whether the signs of the word stand in the label in that order: 物业企业 in 物业服务企业名称. */
export function isWithin(word: string, label: string): boolean {
  if (label.includes(word)) return true;
  if (word.length < SKIPPING) return false;
  let at = 0;
  for (const sign of label) if (sign === word[at]) at += 1;
  return at === word.length;
}

/** What stands behind the name of another field at the head; undefined where none does. */
function behindOther({ fields }: Form, question: Question, part: string): string | undefined {
  for (let length = Math.min(LONGEST, part.length - 1); length >= SHORTEST; length -= 1) {
    const word = part.slice(0, length);
    if (!/^\p{Script=Han}+$/u.test(word) || isWithin(word, compactAnswer(question.label))) continue;
    const isCalled = ({ label, aliases = [] }: Question) =>
      isWithin(word, compactAnswer(label)) || aliases.includes(word);
    if (fields.some((one) => one !== question && isCalled(one))) return part.slice(length);
  }
  return undefined;
}

/**
 * A part of the answer that begins with the short name of another field: 街道曹娥 社区人民, 单位=锦苑物业, 项目名同上.
 * Undefined: there is none.
 */
export function partOfOther(form: Form, question: Question, typed: string): string | undefined {
  const text = visibleText(typed).trim();
  const isWords = question.kind === "text" || question.kind === "longText";
  if (!isWords || [...text].length > MOST || /[\n\t。]/u.test(text)) return undefined;
  const parts = text.split(/[\s，,；;]+/u).filter((part) => part !== "");
  const isList = parts.length > 1 && question.kind === "text" && OF_THING.test(question.label);
  return parts.find((part) => {
    const rest = behindOther(form, question, part);
    if (rest === undefined) return false;
    if (SIGN.test(rest) || DONE_TO.test(rest) || (question.kind === "text" && FIGURE.test(rest))) return true;
    return isList && /^\p{Script=Han}{2}/u.test(rest) && !IN_NAMES.test(rest);
  });
}

const IN_FRONT = new RegExp(
  `^\\s*(街道|社区|支部|党支部)(?:${EMPTY_WORDS}|就?是|叫|[，,\\s])*(\\p{Script=Han}{2,}?\\1)\\s*$`,
  "u",
);

/** 街道暨阳街道 at 所属街道, 支部城东社区第二党支部: what the answer ends in stands in front of it once more. */
export function withoutWordInFront(label: string, said: string): string {
  const [, word = "", rest] = IN_FRONT.exec(said) ?? [];
  return rest !== undefined && label.includes(word) ? rest : said;
}

/** 申报材料是这样的啊嗯…, 是这样的，…: leads to the text, and is none of it. */
const AS_FOLLOWS = /^(?:的?话)?[，,\s]*就?是(?:这样|如下|以下)的?(?:[啊呀哈嗯，,：:\s]+)(?<said>\S.*)$/su;

/** 书记李芳 158… at 党支部书记, 社区江杨 at 所属社区: the answer without its own name. */
export function withoutOwnWord({ kind, label }: Question, typed: string): string {
  if (kind === "longText") {
    const led = typed.trimStart();
    return (led.startsWith(label) ? led.slice(label.length) : led).match(AS_FOLLOWS)?.groups?.said ?? typed;
  }
  if (kind !== "text") return typed;
  const [, person = "", name] =
    /^\s*(负责人|书记|主任)[:：\s]*(\p{Script=Han}{2,4}(?:$|[\s，,\d（(].*))$/u.exec(typed) ?? [];
  if (name !== undefined && label.endsWith(person)) return name;
  const [, place = "", of] = /^\s*(街道|社区)[:：\s]*(\p{Script=Han}{2,4})\s*$/u.exec(typed) ?? [];
  const isOwn = of !== undefined && label.endsWith(place) && !IN_NAMES.test(of) && !/(?:街道|社区)/u.test(of);
  return isOwn ? of : typed;
}
