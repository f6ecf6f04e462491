import { visibleText } from "../../shared/visible-text.ts";
import { type Form, optionsOf, type Question } from "./field.ts";
import { type LabelName, labelNames } from "./label-names.ts";
import type { LabelledAnswer } from "./labelled-answers.ts";
import { EMPTY_WORDS, withoutFillers } from "./spoken.ts";

const MIN_SAID = 2;
const PERSON = /(?:主任|书记|负责人)$/u;
const FIRM = /^(?:物业|物业公司|物业企业)$/u;
const IS_PERSON = /^(?!办公|办|代表|助理|还|没|无|不|未|暂|跟|和|与|同)\p{Script=Han}{2,4}(?=$|[，,、\s]|电话|手机)/u;
const IS_PLACE =
  /^[\d一二三四五六七八九十百零〇]+号|^\p{Script=Han}[^，,]{0,20}[路街弄村巷道镇乡区]?[\d一二三四五六七八九十百零〇]+号?/u;
const IS_FIRM =
  /^(?!\p{Script=Han}{2,4}(?:分公司|项目部)(?:$|[\s，,]))(?!公司|企业|管理|服务|有限|股份|集团|责任|发展|经营|综合|资产|控股|实业|科技|咨询|跟|和|与|同)\p{Script=Han}{2,16}(?:公司|企业|物业)/u;
/** A whole label of that length says more than a word: 门牌号. */
const WHOLE = 3;
/** Of paragraphs: 推荐理由管理规范居民满意. */
const WHOLE_OF_PARAGRAPHS = 4;
/** 三个字, 66号, 四人, 一百二十户 */
const IS_TEXT = /^(?:\p{Script=Han}{3}|\p{Script=Han}{0,2}\d|[一二两三四五六七八九十百千零〇]+\p{Script=Han}?)/u;
/** 门牌12号, 人口四人 */
const IS_FIGURE = /^(?:\d|[一二两三四五六七八九十百千零〇]+[号户人口幢栋])/u;
/** Parts of other names: 塔山小区3幢. */
const IN_NAMES = /小区|街道|社区|乡镇|物业|项目|支部|单位/u;
const IS_SENTENCE = /^\p{Script=Han}{4}/u;

/** What has to follow a name that no 是 follows. */
function isSaid({ name, part, question }: LabelName, after: string): boolean {
  const isWhole = (least: number): boolean => part === undefined && name.length >= least;
  if (question.kind === "longText") return isWhole(WHOLE_OF_PARAGRAPHS) && IS_SENTENCE.test(after);
  if (question.kind === "choice" && part === "end")
    return optionsOf(question).some(({ text }) => after.startsWith(text.replace(/[（(].*$/u, "")));
  if (question.kind === "choice" || question.kind === "declaration") return isWhole(WHOLE) && isChosen(question, after);
  if (part === "start" || question.kind !== "text") return false;
  if (/地址$/u.test(name)) return IS_PLACE.test(after);
  if (PERSON.test(name)) return IS_PERSON.test(after);
  if (FIRM.test(name)) return IS_FIRM.test(after);
  if (part === "also") return !IN_NAMES.test(name) && IS_FIGURE.test(after);
  return isWhole(WHOLE) && IS_TEXT.test(after);
}

/** 示范项目已公布, 近一年内有无火灾没有 */
function isChosen(question: Question, after: string): boolean {
  const said = after.replace(/^(?:就?是|为)/u, "");
  return (
    /^(?:没有|无|有|否|是)/u.test(said) || optionsOf(question).some(({ text }) => said.startsWith(text.slice(0, SHORT)))
  );
}
const SHORT = 3;

const BEHIND_OWN = new RegExp(`^(?:就?是|叫做?|为|${EMPTY_WORDS}|[，,、\\s])+`, "u");

/** 户主姓名张建国门牌号12号 at 户主姓名: the answer without its own name. */
function withoutOwn(names: readonly LabelName[], question: Question, text: string): string {
  const own = names.find(
    ({ name, part, question: of }) =>
      of === question &&
      part !== "start" &&
      part !== "end" &&
      text.startsWith(name) &&
      text.length >= name.length + MIN_SAID,
  );
  if (!own) return text.replace(OWN_END, (whole, end: string) => (question.label.endsWith(end) ? "" : whole));
  return text.slice(own.name.length).replace(BEHIND_OWN, "");
}

/** 单位是府山物业 at 申报单位 */
const OWN_END = /^(单位|名称|名字|地址|街道|社区|书记|主任|负责人)(?:就?是|叫做?|为(?!民))(?=\p{Script=Han}{2})/u;

/** What is taken back, or said in full, is said of the same field. */
const TAKES_BACK = /[嗯哦啊](?:不对|不是)|错了|(?:对了|不对)[,，]?(?:全称|就写|应该)|(?<!反)对了全称/u;
const NO_PART = /^(?:刚才|刚刚|前面|上面|还有|然后|另外|是.?|[那这]个|电话|手机|号码|名字|姓名|地址)$/u;

/** 再把…, …也写上跟, 一样的: of a sentence about fields. */
const NO_ANSWER = /^后面少|^前面少|^(?:再|请|先)?把|(?:跟|和|同|与)$|^(?:一样|相同|一致)/u;
/** 项目名称也改成望江华园 */
const CHANGES = /^[也都]*(?:改[成为]|换成|更正为)(?=\S{2})/u;

/** 第二党支部书记冯国强 at 党支部名称: what both begin with belongs to the answer. In characters. */
function shared(label: string, name: string): number {
  let length = 0;
  while (length < name.length && label[length] === name[length]) length++;
  return length < MIN_SAID ? 0 : length;
}

/**
 * 湖塘街道办事处地址湖塘路六十六号负责人王建国: the answer, and those that are named within it without 是. Empty if
 * nothing is.
 */
export function runOn(form: Form, question: Question, typed: string): readonly LabelledAnswer[] {
  const text = withoutFillers(visibleText(typed).trim());
  if (question.kind !== "text" || /[\n\t：:；;]/u.test(text) || TAKES_BACK.test(text)) return [];
  const all = labelNames(form);
  const names = all.filter((named) => named.question !== question);
  const found: { at: number; to: number; question: Question }[] = [];
  for (let at = MIN_SAID; at < text.length; at++) {
    const named = names.find(({ name, ...rest }) => {
      const after = text.startsWith(name, at) ? text.slice(at + name.length) : "";
      return after !== "" && isSaid({ name, ...rest }, after);
    });
    const isTitle = named && PERSON.test(named.name) && PERSON.test(question.label);
    // 会主任 within 业委会主任, which begins before it.
    const isWithin = names.some(
      ({ name }) =>
        named &&
        name.length > named.name.length &&
        name.endsWith(named.name) &&
        text.startsWith(name, at + named.name.length - name.length),
    );
    if (!named || isWithin || isTitle || found.some((one) => one.question === named.question)) continue;
    const taken = found.length === 0 ? shared(question.label, named.name) : 0;
    found.push({ at: at + taken, to: at + named.name.length, question: named.question });
    at += named.name.length;
  }
  const own = withoutOwn(all, question, text);
  if (found.length === 0) return IS_FIGURE.test(own) && own !== text ? [{ question, text: own }] : [];
  const cut = (from: number, to?: number): string =>
    text.slice(from, to).replace(/^[，,、\s]+|(?:然后|还有|另外|那个|[嗯呃额唔，,、\s])+$/gu, "");
  const parts = [
    { question, text: withoutOwn(all, question, cut(0, found[0]?.at)) },
    ...found.map((one, index) => ({
      question: one.question,
      text: cut(one.to, found[index + 1]?.at).replace(CHANGES, ""),
    })),
  ];
  // 是业委会主任电话 is the name of a field, and no two answers.
  return parts.some(({ text: said }) => said === "" || NO_PART.test(said) || NO_ANSWER.test(said)) ? [] : parts;
}
