import type { RulingValue } from "../definition/schema/rulings.ts";

type Part = string | number | boolean | readonly string[];

const rows = (value: Part): string => (Array.isArray(value) ? value.join("、") : String(value));

/** `09-28` as people write it. */
const monthDay = (value: Part): string => {
  const [month, day] = String(value).split("-").map(Number);
  return `${month}月${day}日`;
};

/** How the engine follows one part of an answer, in words. */
const words: Readonly<Record<string, (value: Part, all: RulingValue) => string | undefined>> = {
  on: (value) => `截止日为${monthDay(value)}`,
  inclusive: (value) => (value === true ? "含当日" : "不含当日"),
  closes: (value) => (value === true ? "到期后办理的注明逾期" : "到期后仍可办理，不作逾期"),
  step: (value) => `打分以${value}分为一档`,
  allOrNothing: (value) =>
    Array.isArray(value) && value.length > 0 ? `${rows(value)}达到得满分，达不到得0分` : undefined,
  asked: (value) => (Array.isArray(value) && value.length > 0 ? `${rows(value)}酌情给分` : undefined),
  yearsBefore: (value) => `按${value}年计算`,
  count: (value) => `市级名单为${value}个`,
  days: (value, all) => {
    if (value === 0) return "公布前不公示";
    return `公布前公示${value}${all.workingDays === true ? "个工作日" : "天"}`;
  },
  maximum: (value) => (value === "none" ? "推荐数量不限" : `每个地区最多推荐${value}个`),
  basis: (value) => (value === "district" ? "全市排名以区级初评分（核验修正后）为准" : "全市排名以市级自评分为准"),
  overflow: (value) => (value === true ? "超出部分可另附页" : "不得另附页"),
  allowed: (value) => (value === true ? "公布前可以展示带分数的排名" : "公布前不展示带分数的排名"),
};

/** What the engine will do under an answer, as one phrase; nothing where only people follow it. */
export function valueWords(value: RulingValue | undefined): string | undefined {
  const parts = Object.entries(value ?? {}).flatMap(([key, part]) => words[key]?.(part, value ?? {}) ?? []);
  return parts.length === 0 ? undefined : parts.join("，");
}
