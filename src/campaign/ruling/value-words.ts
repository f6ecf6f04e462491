import { dayOf } from "../../shared/civil-date.ts";
import { campaignCalendar } from "../definition/campaign-calendar.ts";
import { type Deadline, deadlineOf, lastDayInTime } from "../definition/deadlines.ts";
import { type Definition, dayInCampaign } from "../definition/definition.ts";
import { districtName } from "../definition/districts.ts";
import { fieldFor, formFor, offers, rowFor, rulingDeciding } from "../definition/purposes.ts";
import type { Decision } from "../definition/schema/decisions.ts";
import type { RulingValue } from "../definition/schema/rulings.ts";
import { dayWordsIn, restMarkWords } from "../definition/wording.ts";
import { nounsOf } from "../directory/nouns.ts";
import { levelsOf } from "./levels.ts";

type Part = string | number | boolean | readonly string[];

interface WordsContext {
  all: RulingValue;
  definition: Definition;
  decides: Decision | undefined;
}

const measureOf = ({ campaign }: Definition): string => campaign.words.case.measure;

const rows = (value: Part): string => (Array.isArray(value) ? value.join("、") : String(value));
const some = (value: Part): boolean => Array.isArray(value) && value.length > 0;

const ROUNDING: Readonly<Record<string, string>> = { up: "进一法", down: "去尾法", half: "四舍五入" };

/** How several members' points become the city's. */
function teamScoreWords(combine: Part, { decimals, agreedFigureAllowed }: RulingValue): string {
  const mean =
    combine === "trimmedMean"
      ? "五名以上成员的，每条去掉最高分和最低分后平均，不足五名的取平均分"
      : "每条取已提交定稿成员的平均分";
  const rounded =
    typeof decimals === "number" && decimals < 2
      ? `四舍五入保留${["整数", "一位小数"][decimals]}`
      : "四舍五入保留两位小数";
  return `${mean}，${rounded}，总分为各条之和；${agreedFigureAllowed === false ? "不记录合议分" : "组长可凭理由记录合议分"}`;
}

/** Chinese description of the engine's behavior, by key of the value, in the order in which it is read. */
const words: Readonly<Record<string, (value: Part, context: WordsContext) => string | undefined>> = {
  on: (value, { definition }) => `截止日为${dayWordsIn(definition, dayInCampaign(definition, String(value)))}`,
  inclusive: (value) => (value === true ? "含当日" : "不含当日"),
  softClose: (_, context) => softCloseWords(context),
  restDays: (value, context) => (value === "marked" ? restWords(context) : undefined),
  closes: (value) => (value === true ? "到期后办理的注明逾期，并须说明原因" : "到期后仍可办理，不作逾期"),
  step: (value) => `打分以${value}分为一档`,
  excludes: (value, { all }) => {
    const others = all.reasonRequired === false ? "推荐时予以列出" : "推荐时须说明理由";
    return some(value) ? `要求第${rows(value)}项不符合的，不得推荐，其余不符合的${others}` : `不符合要求的，${others}`;
  },
  allOrNothing: (value) => (some(value) ? `${rows(value)}只能打满分或0分` : "各条均可酌情给分"),
  asked: (value) => (some(value) ? `${rows(value)}可酌情给分` : undefined),
  yearsBefore: (value, { decides }) => {
    const window = `首次提交申报之日前${value}年以内及以后`;
    if (decides === "penaltyWindow") return `${window}的行政处罚计入`;
    return decides === "serviceWindow" ? `${window}办的实事计入` : `发生在${window}的，不得参与`;
  },
  counted: (value, { definition }) =>
    `${bodyNames(value, definition)}计为已成立业主组织，其他组织形式不计；打分由人工把握`,
  ladder: (value, { definition }) => (Array.isArray(value) ? ladderWords(value, definition) : undefined),
  count: (value, { all, definition }) =>
    `${levelsOf(definition).city}名单${all.fewerAllowed === true ? "不超过" : "为"}${value}${measureOf(definition)}`,
  days: (value, { all }) => {
    if (value === 0) return "公布前不公示";
    const unit = all.workingDays === true ? "个工作日" : "天（自然日）";
    return `公布前公示${value}${unit}，首日${all.firstDayCounts === true ? "计入" : "不计入"}`;
  },
  maximum: (value, { definition }) =>
    value === "none"
      ? "推荐数量不限"
      : `每${definition.campaign.words.district.measure}${levelsOf(definition).noun}最多推荐${value}${measureOf(definition)}`,
  reserves: (value, { definition }) =>
    value === 0 ? "择优时不列递补对象" : `择优时可按先后列递补对象，不超过${value}${measureOf(definition)}`,
  basis: (value, { definition }) => {
    const { district, city } = levelsOf(definition);
    const corrected = offers(definition, "verification") ? "（核验修正后）" : "";
    const basis = value === "district" ? `${district}初评分${corrected}` : `${city}自评分`;
    return `全${definition.campaign.words.city.noun}排名以${basis}为准`;
  },
  combine: (value, { all }) => teamScoreWords(value, all),
  overflow: (value) => (value === true ? "超出部分可另附页" : "不得另附页，超出字数的不予保存和提交"),
  districts: (value, { definition }) =>
    Array.isArray(value) ? `应报的为${value.map((id) => districtName(definition, id)).join("、")}` : undefined,
  atRecommendation: (value, { definition }) => {
    const what = definition.requirements.requirements.length > 0 ? "要求或不得参与情形" : "不得参与情形";
    return `${what}待核实的，${value === "block" ? "不得推荐" : "推荐时予以提示"}`;
  },
  atPublication: (value, { definition }) => {
    if (value === "warn") return "公布时予以提示";
    // Only what somebody called unclear holds it up.
    return definition.requirements.requirements.length > 0
      ? "未明确前不公布（尚未填报的要求、市级名单尚未导入的要求不在此列）"
      : "未明确前不公布";
  },
  blind: (value) =>
    value === true ? "承担核验评分的，提交本人评分后方可查看初评分" : "承担核验评分的，提交本人评分前即可查看初评分",
  members: (value) => `建议分派时每处${value}名成员，不足的予以提示`,
  months: (value) => `不归档的个人信息自活动结束起保存${value}个月，期满后经审批清理`,
  points: (value, { all }) => sharedWords(value === true, all.reasons === true),
  onlyFromSelected: (value, { definition }) => {
    const list = `公布的${levelsOf(definition).city}名单`;
    return `${value === false ? `可从${list}之外的参评对象中` : `只从${list}中`}按次序推荐，由人择优确定`;
  },
  allowed: (value) => (value === true ? "公布前可以展示带分数的排名" : "公布前不展示带分数的排名"),
};

/** What a district is told of its own cases after 公布. */
function sharedWords(points: boolean, reasons: boolean): string {
  const more = [...(points ? ["分数"] : []), ...(reasons ? ["理由"] : [])];
  return `公布后只告知各地区本地区的入选或未入选${more.length === 0 ? "" : `，并反馈${more.join("和")}`}，不涉及其他`;
}

/** The engine's behavior in Chinese under a value of the decision; undefined if it does not depend on it. */
export function valueWords(
  value: RulingValue | undefined,
  definition: Definition,
  decides?: Decision,
): string | undefined {
  const context = { all: value ?? {}, definition, decides };
  const parts = Object.entries(words).flatMap(([key, say]) => {
    const part = context.all[key];
    return (part === undefined ? undefined : say(part, context)) ?? [];
  });
  if (decides === "cityShare") return shareWords(context);
  if (decides === "notApplicable") return notApplicableWords(context);
  return parts.length > 0 ? parts.join("，") : undefined;
}

/** What a list itself says counts; of figures alone, as far as rounding and ties are ruled. */
function shareWords({ all: { rounding, ties }, definition }: WordsContext): string {
  const marked = `以${levelsOf(definition).city}名单注明的为准`;
  if (rounding === undefined) return `${marked}；只列数据未注明的，以及没有数据的，记为待核实`;
  const tied = ties === undefined ? "记为待核实" : ties === "in" ? "均计入" : "均不计入";
  return `${marked}；只列数据未注明的，名次按${ROUNDING[String(rounding)] ?? ""}取整，末位并列的${tied}；没有数据的记为待核实`;
}

/** Which clauses and rows may be 不适用, and what that counts. */
function notApplicableWords({ all: { deduct }, definition }: WordsContext): string {
  const ruling = rulingDeciding(definition, "notApplicable")?.id ?? "";
  const cites = ({ rulings }: { rulings: readonly string[] }) => rulings.includes(ruling);
  const clauses = definition.requirements.requirements.flatMap((one) => one.clauses).filter(cites);
  const criteria = definition.rubric.sections.flatMap((one) => one.criteria).filter(cites);
  const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id).join("、");
  const which = [
    ...(clauses.length > 0 ? [nounsOf(definition).clauses(clauses.map(({ id }) => id))] : []),
    ...(criteria.length > 0 ? [`条目${ids(criteria)}`] : []),
  ];
  return [
    `${which.length > 0 ? which.join("、") : "没有的设施"}可填“不适用”并说明理由`,
    ...(clauses.length > 0 ? ["要求不计为不符合"] : []),
    ...(criteria.length > 0 ? [`条目${deduct === true ? "记0分" : "不扣分"}`] : []),
  ].join("，");
}

/** Until when people are reminded: 提醒至9月28日17:00. */
function softCloseWords(context: WordsContext): string | undefined {
  const deadline = deadlineUnder(context);
  return deadline && `提醒至${dayWordsIn(context.definition, dayOf(deadline.softClosesAt))}17:00`;
}

/** What comes in the days off is marked; nothing to say if the stated day is a working day. */
function restWords(context: WordsContext): string | undefined {
  const { definition } = context;
  const deadline = deadlineUnder(context);
  if (!deadline || deadline.lateFrom.getTime() === deadline.hardClosesAt.getTime()) return undefined;
  return `${dayWordsIn(definition, lastDayInTime(deadline))}24:00前报送的注明“${restMarkWords(definition, deadline)}”，此后注明逾期`;
}

/** Due times of what the ruling on a date decides; undefined for other rulings. */
function deadlineUnder({ all, definition, decides }: WordsContext): Deadline | undefined {
  const ruling = decides && rulingDeciding(definition, decides)?.id;
  const phrase = definition.datePhrases.dates.find((one) => one.ruling !== undefined && one.ruling === ruling);
  const due = definition.campaign.deliverables.find(
    (one) => one.due.kind === "phrase" && one.due.phrase === phrase?.id,
  );
  if (!phrase?.ruling || !due) return undefined;
  const rulings = new Map([[phrase.ruling, { text: "", value: all }]]);
  return deadlineOf({ definition, calendar: campaignCalendar(definition), rulings }, due.id);
}

function bodyNames(value: Part, definition: Definition): string {
  const form = formFor(definition, "application");
  const options = (form && fieldFor(form, "ownersBody")?.options) ?? [];
  const names = options
    .filter((option) => Array.isArray(value) && value.includes(option.value))
    .map(({ text }) => text);
  return names.join("、");
}

/** 依次比较：是否达到3-2条、1-2与1-4得分之和；仍相同的并列，由人研究决定 */
function ladderWords(ladder: readonly string[], { rubric }: Definition): string {
  const row = rowFor(rubric, "satisfaction")?.id ?? "";
  const end = ladder.indexOf("joint");
  const rungs = ladder.slice(0, end < 0 ? ladder.length : end).map((rung) => {
    if (rung === "satisfactionMet") return `是否达到${row}条`;
    if (rung === "satisfactionOrComplaints") return `均达到的比${row}条背后同一指标、同一时段的数据`;
    return `${rung.replaceAll("+", "与")}得分${rung.includes("+") ? "之和" : ""}`;
  });
  const compared = rungs.length === 0 ? "" : `总分相同的依次比较：${rungs.join("、")}；`;
  return `${compared}${rungs.length === 0 ? "总分" : "仍"}相同的并列，由人研究决定`;
}
