import { compactAnswer } from "./plain.ts";

const LONGEST = 40;
/** 附件3, 填报表, 绍兴市“美好家园”示范小区申报表, （2023年度） */
const TITLES = [
  /^附件?[\d一二三四五六七八九十]{0,3}$/u,
  /^[^:,。;]*(?:表|表格|名单|材料|资料|信息|情况)(?:\([^()]*\))?$/u,
  /^\([^()]*\)$/u,
  /^(?:计量)?单位:[%户人个万元平方米㎡、,/]+$/u,
  /^(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[.、])[^:,。;\d]{2,12}$/u,
];
/** What stands at the foot of a form: 填报日期：2023年8月21日, （盖章）, 年 月 日. */
const FEET = [
  /^(?:填报|填表|申报|制表|报送)?(?:日期|时间)?:?(?:\d{2,4}|)年(?:\d{1,2}|)月(?:\d{1,2}|)日$/u,
  /^(?:填报|填表|申报|制表|报送)(?:日期|时间):?[\d./-]*$/u,
  /^\(?(?:盖章|公章|签章|签字|签名|单位公章|单位盖章)\)?:?$/u,
  /^(?:栏目|项目|字段|序号)?:?(?:内容|填写内容|填报内容)$/u,
];
/** （正反打印，一式3份）; 申报表一式三份 is an item of a list of materials. */
const COPIES = /^\([^()]{0,12}一式[\d一二三四五六七八九十]{1,2}份[^()]{0,12}\)$/u;
/** What a form prints where nothing is filled in: （空）, （盖章）, （正反打印，一式3份）. */
const PLACEHOLDERS = [
  /^(?:\((?:空|空白|未填|未填写|盖章|公章|签章|签字|签名)\)|空白|未填|未填写)$/u,
  /^\((?:另附|另见|详见|见附|内容|请|如|例如?|填|须|需|选填|必填|限|不超过)[^()]*\)$/u,
  COPIES,
];
const LETTER = /[\p{L}\p{N}]/u;

/** Whether a line stands at the foot of a form, wherever it is: its words are like a field's. */
export const isFoot = (line: string): boolean => [...FEET, COPIES].some((pattern) => pattern.test(compactAnswer(line)));

/** Whether the words stand for an answer that is not there. */
export const isPlaceholder = (text: string): boolean =>
  PLACEHOLDERS.some((pattern) => pattern.test(compactAnswer(text)));

/** / or — behind a label: nothing is filled in. */
export const isBlankMark = (text: string): boolean => /^\s*(?:[/／\\]{1,3}|[—－–-]{1,2})\s*$/u.test(text);

/** A line of a form that asks for nothing and answers nothing: its title, the heading of a part, the day at its foot. */
export function isHeading(line: string): boolean {
  const plain = compactAnswer(line);
  if (!LETTER.test(plain)) return true;
  return plain.length <= LONGEST && [...TITLES, ...FEET, ...PLACEHOLDERS].some((pattern) => pattern.test(plain));
}
