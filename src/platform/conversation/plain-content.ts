import { isCorrected } from "./answers/content-doubt.ts";
import { findPhones, withDigits } from "./answers/find-phones.ts";
import type { Form, Question } from "./field.ts";
import { labelNames } from "./label-names.ts";
import { partsOfOther } from "./parts-of-other.ts";
import { cleanParagraphs } from "./plain.ts";

/** Documents and pictures that are handed in with a form: an item of a list ends with one of these words. */
const DOCUMENT =
  /(?:表|书|证|照|照片|图|图片|材料|资料|合同|协议|报告|清单|名单|名册|花名册|方案|计划|制度|办法|规定|记录|纪要|决议|台账|凭证|票据|发票|复印件|扫描件|原件|承诺|规约|公约|章程|视频|影像|册|总结|简介|说明|证明|批复|通知|公告|公示|附件|附页|文件)$/u;
/** 1份, 各3张, （复印件）, （共2页） */
const COUNT =
  /[\s，]*(?:各?\s*[一二两三四五六七八九十\d]{1,3}\s*(?:份|张|本|页|套|册|件|个|组|段)|[（(][^（()）]{1,12}[)）])[。.\s]*$/u;
const NUMBERING =
  /^[\s\u3000]*(?:[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）.、．]|[\u2460-\u2473·•●○▪■◆*\-－—])[\s\u3000]*/u;
/** 一 of 一、…, cut off. */
const NUMBER = /^(?:\d{1,2}|[一二三四五六七八九十]{1,3})$/u;
const BETWEEN = /[、，,；;。\n]/u;
/** In characters, of an item: more is a sentence. */
const LONGEST_ITEM = 30;
const LONG_NUMBER = /\d{4}/u;

/** What an uploaded file is recorded as. */
const FILE = /^见附件《[^》\n]+》(?:（文件编号[^）\n]+）)?$/u;

/** 上面电话末位是1, 第2个: said of what was written elsewhere. */
const POINTS_AT = /上面|前面|刚才|刚刚|上一?[条项栏个]|下面那|第[\d一二两三四五六七八九十]+[个项条栏]|末[位尾]/u;
/** 申报材料见附件, 详见群里: where it is to be found. */
const ELSEWHERE =
  /(?:[详参请另]?见|附[在于]|放在?|发[在到])[于在]?(?:后面?|附[件页录表]|群[里内]|邮[件箱]|微信|上文|另页)|另附|附后/u;
/** 这个项目的话就叫…对了是…: said, and not written. */
const SPOKEN = /的话(?![题语剧音])|[^反面核校应针绝]对了(?=[是就还有])|就叫/u;
const CORRECTS = /更正|勘误|订正|改[为成]?\s*\d|错了|应为|应该是/u;
/** 3-7改5分, 3-4 4: rows of the rubric. */
const ROW = /(?<![\d年月.-])[1-9]\s*[-－–—杠]\s*\d{1,2}(?![\d号幢栋期弄室楼年月日\-－])/u;
/** 一、党建引领机制完善　4　4　4　5　3 */
const ROW_OF_FIGURES = /(?:[\s\u3000]+\d{1,3}(?:\.\d)?){2}[\s\u3000]*$/u;
const POINTS = /\d\s*分(?!之|钟|布|[期批类户区])|扣\s*\d/u;
/** 12栋, 2015年, 95.6%: counts that a description holds. */
const COUNTED =
  /\d+(?:\.\d+)?\s*(?:年度?|月份?|日|户|栋|幢|号|楼|万|亿|平|㎡|米|亩|个|名|人|次|项|件|起|家|处|只|盏|台|辆|块|间|层|期|元|岁|小时|%|％|‰|、|余|多)/gu;
const HAN = /\p{Script=Han}/gu;
/** In Chinese signs: less says too little to be told from an answer to something else. */
const [SENTENCE, PARAGRAPH] = [6, 40];
/** Fewest of a sentence with figures. */
const WITH_FIGURES = 10;
/** 小区, 物业 stand in every description. */
const SHORTEST_LABEL = 4;

/** Numbers of persons are told from content here, with a look at who else is named. */
const READ_HERE = ["phone"] as const;

const hanIn = (text: string): number => (text.match(HAN) ?? []).length;

/** 1、申报表；2、物业服务合同1份: nothing but names of documents. */
export function isDocuments(text: string): boolean {
  const items = text
    .split(BETWEEN)
    .map((item) => bareItem(item))
    .filter((item) => item !== "" && !NUMBER.test(item));
  return (
    items.length > 0 &&
    items.every((item) => [...item].length <= LONGEST_ITEM && DOCUMENT.test(item) && !ELSEWHERE.test(item)) &&
    !LONG_NUMBER.test(text)
  );
}

function bareItem(item: string): string {
  let bare = item.replace(NUMBERING, "").trim();
  for (let rest = bare.replace(COUNT, ""); rest !== bare; rest = bare.replace(COUNT, "")) bare = rest.trim();
  return bare;
}

/** 业委会主任电话　13905751111；所属街道：梁湖街道: the names of other fields in front of values. */
function namesFields(form: Form, own: Question, text: string): boolean {
  const names = labelNames(form).filter(({ part, question }) => part !== "start" && question !== own);
  const named = text.split(/[；;，,。\n\t]|\s{2,}/u).map((segment) => {
    const line = segment.replace(NUMBERING, "").trim();
    return names.some(({ name }) => line.startsWith(name) && /^(?:[:=\s]|改\S)/u.test(line.slice(name.length)));
  });
  // In prose one sentence may begin so.
  return named[0] === true || named.filter((is) => is).length > 1;
}

const LEFT_EMPTY = /^(?:[yn]|略|无|同上|不变|跳过)$/iu;

/** 项目名称y 备注略: a field and how it is left, behind a text. */
export const leavesOther = (form: Form, question: Question, text: string): boolean =>
  (text.match(/[^\s，,。；;、]+/gu) ?? []).some((segment) =>
    form.fields.some(
      ({ label }) =>
        label !== question.label && segment.startsWith(label) && LEFT_EMPTY.test(segment.slice(label.length)),
    ),
  );

/** A label of some length in a few words: 党支部书记. */
const holdsLabel = (form: Form, own: Question, text: string): boolean =>
  hanIn(text) < WITH_FIGURES &&
  labelNames(form).some(
    ({ name, part, question }) =>
      question !== own && part !== "start" && name.length >= SHORTEST_LABEL && text.includes(name),
  );

/** What no description of a compound holds, however long it is. */
const isOfOtherKind = (form: Form, own: Question, text: string): boolean =>
  text.split("\n").some((line) => ROW_OF_FIGURES.test(line)) ||
  findPhones(withDigits(text)).some(({ number }) => /^1\d{10}|\d{7}/u.test(number)) ||
  namesFields(form, own, text);

/**
 * Whether a text that was sent without the name of its field plainly is what the field asks for: names of documents, or
 * sentences that hold nothing of other fields, of points, of a correction or of what was said elsewhere. Anything else may
 * have been meant for something else.
 */
export function isPlainContent(form: Form, question: Question, typed: string): boolean {
  const text = cleanParagraphs(typed).normalize("NFKC");
  if (FILE.test(cleanParagraphs(typed))) return true;
  if (partsOfOther(text, { may: READ_HERE }).length > 0) return false;
  if (isDocuments(text)) return true;
  if (isOfOtherKind(form, question, text) || isCorrected(text)) return false;
  if (hanIn(text) >= PARAGRAPH) return true;
  if (POINTS_AT.test(text) || ELSEWHERE.test(text) || CORRECTS.test(text) || ROW.test(text) || POINTS.test(text))
    return false;
  if (holdsLabel(form, question, text) || SPOKEN.test(text)) return false;
  if (!/\d/u.test(text)) return !question.required || hanIn(text) >= SENTENCE;
  const left = text.replaceAll(COUNTED, "");
  return hanIn(text) >= WITH_FIGURES && !/\d/u.test(left);
}
