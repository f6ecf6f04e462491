const STOP = "[,，、。\\s]";
/** What 那个 points at: times, places, people and things that are known. A name begins otherwise: 月湖花园, 人民路. */
const POINTED =
  "(?:小区|项目|问题|事|情况|人(?![民才和家])|时[候间期]|年代|年份|季度|阶段|月(?![亮光季湖河湾牙山])|星期|礼拜|周[一二三四五六日末]|[路街岔]口|路段|地[方段块点]|位置|区域|角落|工地|单元|楼(?![道盘宇梯盖])|栋|幢|片|块|街区|村[子里民])(?!名|地址|电话|说明|类型|形式)";
/** 那个小区 points at one: it is no filler. As the source of an expression. */
export const POINTS = `(?:那个|这个)(?!${POINTED})`;
const SAID = `(?:${POINTS}|就是说|就是|其实)`;
/** What people say before an answer. 那个 alone may begin it: 这个小区停车难. */
const FILLER = new RegExp(
  `^(?:[嗯呃唔]+${STOP}*(?:${SAID}${STOP}*)*|[额哦啊]+${STOP}+(?:${SAID}${STOP}*)*|${SAID}${STOP}+)+`,
  "u",
);
/** Whose the field is: 它的, 我们小区的. */
const WHOSE = "(?:(?:[这我咱该](?:个|们)?小区)的|(?:它|他|她|咱们?|我们?)的?)";
/** Before the name of a field there may be more. */
const OPENING = new RegExp(
  `^(?:[嗯呃唔额哦啊]+${STOP}*|(?:那个|这个|就是说|就是|其实|然后|还有|另外|对了)${STOP}*)*${WHOSE}?`,
  "u",
);

/** How many signs before the name of a field are fillers: 嗯 那个申报单位. */
export const openingIn = (text: string): number => OPENING.exec(text)?.[0].length ?? 0;

/** Between a name and what is said of it: 嘛, 呢那个, 啊就是. As the source of an expression. */
export const AFTER_NAME = `(?:[嘛呢嗯呃唔啊哦]|就?${POINTS}|就是说|其实|让?我想想|${STOP}){0,12}`;
/** Words that say nothing, wherever they stand beside a name or a date. As the source of an expression. */
export const EMPTY_WORDS = `(?:[嘛呢嗯呃唔啊哦噢吧呀]|${POINTS}|就是说?)`;
const LED_BY_EMPTY = new RegExp(`^(?:${EMPTY_WORDS}|${STOP})+(?=\\S)`, "u");
const ALL_EMPTY = new RegExp(`^(?:${EMPTY_WORDS}|${STOP})*$`, "u");

/** 就是那个 啊因为国庆放假, where the name within it is cut out: what is left that says something, or nothing. */
export const withoutEmpty = (text: string): string => (ALL_EMPTY.test(text) ? "" : text.replace(LED_BY_EMPTY, ""));
/** A particle behind a name tells that it is one: 街道嘛店口镇, 类型呢就是那个物业. */
export const TOLD_BY_PARTICLE = `(?:\\s*[嘛呢啊嗯呃](?:的话)?${AFTER_NAME}(?:就?是|就?写(?=\\S{2}))?${AFTER_NAME})`;
const BEFORE_VALUE = new RegExp(`^(?:${AFTER_NAME}就是(?=${POINTS}|${STOP}))?${AFTER_NAME}(?=[\\p{L}\\d])`, "u");

/** 嘛店口镇, 就是那个永利社区: a name, a date or a choice without what was said before it; one of nothing else stays. */
export function withoutBefore(text: string): string {
  const rest = text.replace(BEFORE_VALUE, "");
  return /^[\p{Script=Han}]{2}|^[\p{Script=Latin}\d]/u.test(rest) ? rest : text;
}

/** 嘛那个电梯老是坏, 那个四分: said between a row and what is said of it. */
export const BETWEEN_WORDS = "(?:[嘛呢嗯呃额唔哦啊]|[那这]个|其实|就是说)";
const BETWEEN = new RegExp(`^(?:(?:[嘛呢嗯呃哦啊]|那个(?!${POINTED})|就是说)[，,、\\s]*)+(?=[\\p{L}\\d])`, "u");

export const isFiller = (text: string): boolean => /^(?:[嘛呢嗯呃哦啊]|那个|其实|就是说|[，,、\s])+$/u.test(text);

/** The words behind a row or its points, without fillers before them. */
export const withoutBetween = (text: string): string => text.replace(BETWEEN, "");

/** The text without fillers before it; a text of nothing else stays. */
export function withoutFillers(text: string): string {
  const begun = text.trimStart();
  const rest = begun.replace(FILLER, "");
  return rest === "" || rest === begun ? text : rest;
}

/** 嗯就是说那个 before a text of sentences; 那个 alone may be of it, 那个小区 is. */
const BEFORE_TEXT = new RegExp(
  `^(?:(?:[嗯呃唔]|[额哦噢啊哎](?=${STOP})|就是说|就是(?=那个|${STOP})|那个[嘛呢啊]|对了(?=\\S{3})|(?<=[嗯呃唔额哦啊说是写]${STOP}{0,4})${POINTS})${STOP}{0,4})+(?=\\S{2})`,
  "u",
);
/** What takes something back: asked about, and not cleaned away. */
const TURNS = "(?!不对|不是|错了|[说写打记讲]错|还是|更正|应该|应为|改|就[这先]|先这|谢|好了)";
/** …基础好 嗯就是说参与度高: sounds between blanks and stops. */
const WITHIN_TEXT = new RegExp(
  `(?:(?<=[\\s，,、。；;])[嗯呃唔]|(?<=\\s)就是说)(?:${STOP}|[嗯呃唔]|就是说|(?<=[嗯呃唔说]${STOP}{0,4})(?:${POINTS}|就是(?=那个))){0,12}${TURNS}(?=[\\p{Script=Han}\\d])`,
  "gu",
);

const HESITATION = new RegExp(`(?:[嗯呃唔]+[，,、\\s]*)+${TURNS}`, "gu");

/** 业委会同意嗯八月二十六号: words of a fixed order, where 嗯 only separates them. What takes back keeps its 嗯. */
export const withoutHesitation = (text: string): string => text.replaceAll(HESITATION, " ");

/** A text without 嗯就是说那个 before it. */
export const withoutSoundsBefore = (text: string): string => text.replace(BEFORE_TEXT, "");

/** 居民嗯的满意度: a sound within a sentence; 嗯对 may say yes or 对居民. */
const BETWEEN_SIGNS = new RegExp(
  `(?<=[\\p{Script=Han}\\d%％）)])[嗯呃唔]+(?:那个|就是说)?${TURNS}(?!对)(?=[\\p{Script=Han}\\d])`,
  "gu",
);
/** 照片还有那个备案表, 有那个红色物业: before what is listed. */
const LISTS_THAT = new RegExp(`(?<=还有|以及|就是|[有和与是、，,；;])那个(?!${POINTED})(?=\\p{Script=Han}{2})`, "gu");

/** Sentences without 嗯, 呃, 就是说 and 那个 between their words. */
export const withoutSoundsWithin = (text: string): string =>
  text.replaceAll(WITHIN_TEXT, "").replaceAll(BETWEEN_SIGNS, "").replaceAll(LISTS_THAT, "");

/** Sentences without 嗯, 呃 and 就是说 before and between them; a text of nothing else stays. */
export function withoutSounds(text: string): string {
  const rest = withoutSoundsWithin(withoutSoundsBefore(text));
  return rest.trim() === "" ? text : rest;
}
