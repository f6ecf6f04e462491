import { type Definition, dayInCampaign } from "../definition/definition.ts";
import { offers } from "../definition/purposes.ts";
import type { RulingValue } from "../definition/schema/rulings.ts";
import { dayWordsIn } from "../definition/wording.ts";
import { levelsOf } from "./levels.ts";

type Part = string | number | boolean | readonly string[];

interface WordsContext {
  all: RulingValue;
  definition: Definition;
}

const measureOf = ({ campaign }: Definition): string => campaign.words.case.measure;

const rows = (value: Part): string => (Array.isArray(value) ? value.join("、") : String(value));

/** Chinese description of the engine's behavior, by key of the value. */
const words: Readonly<Record<string, (value: Part, context: WordsContext) => string | undefined>> = {
  on: (value, { definition }) => `截止日为${dayWordsIn(definition, dayInCampaign(definition, String(value)))}`,
  inclusive: (value) => (value === true ? "含当日" : "不含当日"),
  closes: (value) => (value === true ? "到期后办理的注明逾期" : "到期后仍可办理，不作逾期"),
  step: (value) => `打分以${value}分为一档`,
  allOrNothing: (value) =>
    Array.isArray(value) && value.length > 0 ? `${rows(value)}达到得满分，达不到得0分` : undefined,
  asked: (value) => (Array.isArray(value) && value.length > 0 ? `${rows(value)}酌情给分` : undefined),
  yearsBefore: (value) => `按${value}年计算`,
  count: (value, { definition }) => `${levelsOf(definition).city}名单为${value}${measureOf(definition)}`,
  days: (value, { all }) => {
    if (value === 0) return "公布前不公示";
    return `公布前公示${value}${all.workingDays === true ? "个工作日" : "天"}`;
  },
  maximum: (value, { definition }) =>
    value === "none"
      ? "推荐数量不限"
      : `每${definition.campaign.words.district.measure}${levelsOf(definition).noun}最多推荐${value}${measureOf(definition)}`,
  basis: (value, { definition }) => {
    const { district, city } = levelsOf(definition);
    const corrected = offers(definition, "verification") ? "（核验修正后）" : "";
    const basis = value === "district" ? `${district}初评分${corrected}` : `${city}自评分`;
    return `全${definition.campaign.words.city.noun}排名以${basis}为准`;
  },
  reserves: (value, { definition }) => (value === 0 ? "不设候补" : `设候补${value}${measureOf(definition)}`),
  members: (value) => `每处由${value}名成员核验`,
  blind: (value) => (value === true ? "打分前看不到初评分" : "打分前可以看到初评分"),
  overflow: (value) => (value === true ? "超出部分可另附页" : "不得另附页"),
  allowed: (value) => (value === true ? "公布前可以展示带分数的排名" : "公布前不展示带分数的排名"),
};

/** Description of the engine's behavior under an answer; undefined if it does not depend on it. */
export function valueWords(value: RulingValue | undefined, definition: Definition): string | undefined {
  const context = { all: value ?? {}, definition };
  const parts = Object.entries(context.all).flatMap(([key, part]) => words[key]?.(part, context) ?? []);
  return parts.length === 0 ? undefined : parts.join("，");
}
