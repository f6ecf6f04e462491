import { readWhole } from "../../../platform/conversation/numerals.ts";
import { quotaFor } from "../../definition/purposes.ts";
import { boundsOf } from "../../definition/quotas.ts";
import { levelsOf } from "../levels.ts";
import type { Read, ReadContext, Several } from "./reader.ts";
import type { Taker } from "./taker.ts";

const NUMERAL = "(\\d{1,3}|[零〇一二三四五六七八九十百两]{1,4})";
/** Not the end of a range, a date, a decimal or a negative number. */
const BEFORE = "(?<![\\d.月\\-－—~～至到负零〇一二三四五六七八九十百两])";
const AT_MOST = /不(?:得|能|可|应)?(?:超过|多于|高于)|至多|最多|上限(?:为|是)?|以内|以下|之内/;
const AT_LEAST = /不(?:得|能|可|应)?(?:少于|低于|小于)|至少|最少|以上|起码/;
/** Neither a number nor a bound that could be kept: 少于5个 excludes the five. */
const BEYOND = /(?<!不|不得|不能|不可|不应)(?:超过|多于|高于|少于|低于|小于|不到|大于)|左右|大约|约\d|若干|几个/;

const wordsOf = (measure: string): string => [...new Set(["个", measure])].join("|");

/** Numbers with one of the units, in order. */
function numbersIn(taker: Taker, units: string): { number: number; text: string }[] {
  const found = taker.takeAll(new RegExp(`${BEFORE}${NUMERAL}\\s*(?:${units})`));
  return found.flatMap((match) => {
    const number = readWhole(match[1] ?? "");
    return number === undefined ? [] : [{ number, text: match[0] }];
  });
}

/** The one number; several if they differ. */
function oneOf(found: readonly { number: number; text: string }[]): number | Several | undefined {
  const [first, ...others] = found;
  if (others.some(({ number }) => number !== first?.number)) return { several: found.map(({ text }) => text) };
  return first?.number;
}

/** Dates beside the number are left over: when 公示 begins is set with 公示 itself. */
const DATES = /\d{1,2}月\d{1,2}日?(?:\s*(?:至|到|[-－—~～])\s*(?:\d{1,2}月)?\d{1,2}日)?(?:起|开始)?/;

/** 公示: 不公示, 公示5天, 公示5个工作日，首日计入. */
export const noticeDays: Read = (taker) => {
  if (taker.take(/不(?:再|作|进行|予|需要?|用)*公示|无[需须]公示|免于?公示/)) return { days: 0, workingDays: false };
  taker.setAside(DATES);
  if (taker.has(AT_MOST) || taker.has(BEYOND)) return undefined;
  taker.take(AT_LEAST);
  const first = firstDay(taker);
  const days = daysIn(taker);
  taker.take(/公示(?:期|时间|期限)?/);
  if (days === undefined || "several" in days) return days;
  return days.days === 0 ? undefined : { ...days, ...(first === undefined ? {} : { firstDayCounts: first }) };
};

const FIRST = "(?:首日|第一[天日]|当[天日])";
const COUNTS = "(?:计入|计算|算入?|包括|包含|含|计)(?:在内)?";
const FIRST_LEFT_OUT = new RegExp(`${FIRST}不予?${COUNTS}|不予?${COUNTS}${FIRST}|自?[^,;。]{0,4}次日起(?:计?算)?`);
const FIRST_COUNTS = new RegExp(`${FIRST}[也即要]?${COUNTS}|${COUNTS}${FIRST}`);

/** Whether the first day counts; undefined if not said. */
function firstDay(taker: Taker): boolean | undefined {
  if (taker.take(FIRST_LEFT_OUT)) return false;
  return taker.take(FIRST_COUNTS) ? true : undefined;
}

function daysIn(taker: Taker): { days: number; workingDays: boolean } | Several | undefined {
  const working = numbersIn(taker, "个?(?:天|日)?[(（]?工作日[)）]?|(?:天|日)[(（]工作日[)）]");
  const natural = numbersIn(taker, "个?(?:自然日|日历日|日历天)|天[(（](?:自然日|日历日)[)）]|天|日");
  if (working.length > 0 && natural.length > 0) return { several: [...working, ...natural].map(({ text }) => text) };
  const days = oneOf([...working, ...natural]);
  return typeof days === "number" ? { days, workingDays: working.length > 0 } : days;
}

/** 可以少于, 允许不足: fewer than the number that follows will do. */
const FEWER = /(?:可以?|允许|准许|同意)(?:少于|不足|不满|低于)/;

/** The number in the plan. */
function plannedCount({ definition }: ReadContext): number | undefined {
  const quota = quotaFor(definition, "selected");
  return quota && boundsOf(quota).most;
}

/** 10个, 正好8个; 不超过10个: fewer are allowed. */
export const selectedCount: Read = (taker, context) => {
  // 可以少于10个 of a plan that names ten: ten at most. Of another number it may be meant either way.
  const short = taker.take(FEWER) !== undefined;
  if (taker.has(BEYOND) || taker.has(AT_LEAST)) return undefined;
  const fewer = taker.take(AT_MOST) !== undefined || taker.take(/可以?少(?!\d)/) !== undefined;
  taker.take(/正好|恰好|必须/);
  const count = countIn(taker, context);
  if (typeof count !== "number") return count;
  const planned = plannedCount(context);
  if (short && count !== planned) {
    const { measure } = context.definition.campaign.words.case;
    return planned === undefined ? undefined : { several: [planned, count].map((most) => `不超过${most}${measure}`) };
  }
  return { count, fewerAllowed: fewer || short };
};

/** 不限, 不超过5个, 最多推荐1个. */
export const districtMaximum: Read = (taker, context) => {
  if (taker.take(/不限(?:制)?(?:数量)?|(?:无|没有|不设)上限/)) return { maximum: "none" };
  if (taker.has(BEYOND) || taker.has(AT_LEAST)) return undefined;
  taker.take(AT_MOST);
  taker.take(/推荐|报送/);
  const count = countIn(taker, context);
  return typeof count === "number" ? { maximum: count } : count;
};

function countIn(taker: Taker, { definition }: ReadContext): number | Several | undefined {
  const { case: item } = definition.campaign.words;
  const count = oneOf(numbersIn(taker, `(?:${wordsOf(item.measure)})(?:${item.noun})?`));
  taker.take(new RegExp(`(?:${levelsOf(definition).city})?名单`));
  if (count !== undefined) return count === 0 ? undefined : count;
  const bare = taker.take(new RegExp(`^\\s*${NUMERAL}\\s*$`))?.[1];
  const whole = bare === undefined ? undefined : readWhole(bare);
  return whole === 0 ? undefined : whole;
}

/** 按2年计算, 近两年内; 0 and more than 20 are no windows. */
export const yearsBefore: Read = (taker) => {
  taker.take(/最?近|过去|此前/);
  const years = oneOf(numbersIn(taker, "个?(?:完整)?年(?:以?内)?"));
  if (typeof years !== "number") return years;
  return years === 0 || years > 20 ? undefined : { yearsBefore: years };
};

export const reserveCount: Read = (taker, context) => {
  if (taker.take(/不再?设|无[需须]/)) return { reserves: 0 };
  const count = countIn(taker, context);
  taker.take(/设立?/);
  taker.take(/(?:递|候)补(?:对象)?/);
  return typeof count === "number" ? { reserves: count } : count;
};

export const memberCount: Read = (taker) => {
  const count = oneOf(numbersIn(taker, "名|人|个"));
  return typeof count === "number" && count > 0 ? { members: count } : undefined;
};

const MOST_MONTHS = 120;

/** 保存十二个月, 保存一年, 保存半年; two periods are for people to tell apart. */
export const monthsKept: Read = (taker) => {
  taker.take(/保(?:存|留|管)(?:期限?)?/);
  if (taker.has(BEYOND) || taker.has(AT_LEAST)) return undefined;
  taker.take(AT_MOST);
  const half = taker.takeAll(/(?<![一二两三四五六七八九十\d])半年/).map(([text]) => ({ number: 6, text }));
  const years = numbersIn(taker, "年").map(({ number, text }) => ({ number: number * 12, text }));
  const months = oneOf([...half, ...years, ...numbersIn(taker, "个月")]);
  if (typeof months !== "number") return months;
  return months === 0 || months > MOST_MONTHS ? undefined : { months };
};

const STEPS = [0.1, 0.2, 0.25, 0.5, 1];

/** 按整数打分, 可以打半分, 以0.1分为一档. */
export const pointStep: Read = (taker) => {
  taker.take(/打分|评分|计分|一档|最小单位/);
  if (taker.take(/不[^,;。]{0,4}半分/)) return taking(taker, /按?整数|整分/, { step: 1 });
  if (taker.take(/(?:可以?|允许)?[^,;。]{0,2}半分/)) return { step: 0.5 };
  if (taker.take(/整数|整分/)) return { step: 1 };
  const found = taker.takeAll(/(?<![\d.-])(\d(?:\.\d{1,2})?)\s*分/);
  if (found.length > 1) return { several: found.map(([text]) => text) };
  const step = Number(found[0]?.[1]);
  return STEPS.includes(step) ? { step } : undefined;
};

const taking = <Value>(taker: Taker, pattern: RegExp, value: Value): Value => {
  taker.take(pattern);
  return value;
};
