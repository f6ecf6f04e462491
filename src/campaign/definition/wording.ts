import { Liquid } from "liquidjs";
import { addDays, type CivilDate, civilDate, dayOf, shanghaiIso, weekdayOf } from "../../shared/civil-date.ts";
import { isYearCovered, type RestSpan } from "./calendar.ts";
import { type Deadline, type DeadlineContext, deadlineOf, type Stage } from "./deadlines.ts";
import { type Definition, stageWindow } from "./definition.ts";
import { districtName } from "./districts.ts";
import type { Quota } from "./purposes.ts";
import { boundsOf } from "./quotas.ts";
import { sourceWords } from "./source-words.ts";

/** Audience of a stage card: the campaign group, or the officials of one district. */
export type Audience = { kind: "group" } | { kind: "districtOfficer"; district: string };

/**
 * @param awaited ids of the deliverables that the reader still owes and whose day is not over; left out: all
 * @param softOver ids of those whose requested time is past; left out: none
 * @param ended ids of those of which nothing more is accepted; left out: none
 * @param done ids of those that the reader has handed in; left out: none
 */
export interface WordingContext extends DeadlineContext {
  awaited?: ReadonlySet<string>;
  softOver?: ReadonlySet<string>;
  ended?: ReadonlySet<string>;
  done?: ReadonlySet<string>;
}

/** Rendered wording of a stage card. */
export interface StageWords {
  title: string;
  lead: string;
  owed: string[];
  footnote?: string;
}

/** Throws on unknown variables and filters. */
export const templates = new Liquid({ strictVariables: true, strictFilters: true });

const WEEKDAYS = ["一", "二", "三", "四", "五", "六", "日"];
/** Days searched beyond the stage's last date, to find the end of a holiday that spans it. */
const HOLIDAY_REACH_DAYS = 14;

/**
 * Renders the stage's wording from phrases.yaml.
 *
 * @throws if the definition has no wording for the stage
 */
export function stageWords(context: WordingContext, stage: Stage, audience: Audience): StageWords {
  const wording = context.definition.phrases.stages.find((candidate) => candidate.stage === stage.id);
  if (!wording) throw new Error(`no wording for stage ${stage.id} in ${context.definition.campaign.id}`);
  const variables = {
    ...stageVariables(context, stage),
    ...(audience.kind === "districtOfficer"
      ? { district: { name: districtName(context.definition, audience.district) } }
      : {}),
  };
  const { title, lead, owed, footnote, line } = wording[audience.kind];
  const source = sourceWords(context.definition, line);
  const render = (template: string): string =>
    String(templates.parseAndRenderSync(template, { ...variables, source })).trim();
  return {
    title: render(title),
    lead: unbroken(render(lead)),
    owed: owed.map(render).filter((one) => one !== ""),
    ...(footnote === undefined ? {} : { footnote: render(footnote) }),
  };
}

/** Variables of the templates. checks/templates.ts lists the same names. */
export function stageVariables(context: WordingContext, stage: Stage): Record<string, unknown> {
  const { definition, calendar } = context;
  const { campaign, rubric } = definition;
  const { from, to } = stageWindow(definition, stage);
  return {
    city: campaign.city.name,
    year: campaign.year.value,
    campaign: campaign.title,
    planTitle: campaign.planTitle,
    contact: { name: campaign.contact.name, phone: campaign.contact.phone },
    stage: {
      numeral: stage.numeral,
      name: stage.name,
      opensOn: dayWordsIn(definition, from),
      closesOn: dayWordsIn(definition, to),
      workingDays: calendar.workingDaysFrom(from, to),
    },
    due: Object.fromEntries(campaign.deliverables.map(({ id }) => [id, dueWords(context, id)])),
    quota: Object.fromEntries(campaign.quotas.map((quota) => [quota.id, quotaFigure(quota)])),
    districtCount: campaign.districts.length,
    criterionCount: rubric.criterionCount,
    totalPoints: rubric.totalPoints,
    rest: restWords(context, stage),
  };
}

/** 8月10日 */
export const dayWords = (day: CivilDate): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;

/** 2023年10月20日 */
export const fullDayWords = (day: CivilDate): string => `${day.slice(0, 4)}年${dayWords(day)}`;

/** With the year if it is not the campaign's: 2025年1月10日. */
export const dayWordsIn = ({ campaign }: Definition, day: CivilDate): string =>
  day.startsWith(`${campaign.year.value}-`) ? dayWords(day) : fullDayWords(day);

type NamedDay = Pick<Deadline, "phrase" | "statedOn" | "namedOn" | "extendedFrom">;

/**
 * The due day as the plan or the ruling says it, never shortened to another: 9月底前（截至9月30日）, 10月20日前（含当日）,
 * 10月20日前（截至10月19日）; without words of the plan, 9月20日前.
 */
export function dueWordsOf(definition: Definition, deadline: NamedDay): string {
  const { phrase, statedOn, namedOn, extendedFrom } = deadline;
  const words = duePhraseOf(definition, deadline);
  if (extendedFrom !== undefined) return `${words}（含当日，已准予延期）`;
  if (phrase === undefined && namedOn === statedOn) return words;
  return words.includes(dayWords(statedOn))
    ? `${words}（含当日）`
    : `${words}（截至${dayWordsIn(definition, statedOn)}）`;
}

/** {@link dueWordsOf} for titles: 9月底前, 10月20日前. */
export const duePhraseOf = (definition: Definition, { phrase, namedOn }: Omit<NamedDay, "statedOn">): string =>
  phrase ?? `${dayWordsIn(definition, namedOn)}前`;

/** The mark of what comes in the days off after the stated day: 9月30日后报送（法定休假日期间）. */
export const restMarkWords = (definition: Definition, { statedOn }: Pick<Deadline, "statedOn">): string =>
  `${dayWordsIn(definition, statedOn)}后报送（法定休假日期间）`;

/** 10, 2—4: the number without measure word. */
export function quotaFigure(quota: Quota): string {
  const { least, most } = boundsOf(quota);
  return [...new Set([least, most].filter((end) => end !== undefined))].join("—");
}

/** 不少于2个, 不超过20户, 2—4个, 10个. */
export function quotaWords({ campaign }: Definition, quota: Quota): string {
  const { least, most } = boundsOf(quota);
  const figure = `${quotaFigure(quota)}${campaign.words.case.measure}`;
  if (most === undefined) return `不少于${figure}`;
  return least === undefined ? `不超过${figure}` : figure;
}

/** 3个小区, 17户农户; 17户 if noun and measure word are equal. */
export const casesWords = ({ campaign }: Definition, count: number): string => counted(campaign.words.case, count);

/** 6个地区, 12个村. */
export const districtsWords = ({ campaign }: Definition, count: number): string =>
  counted(campaign.words.district, count);

const counted = ({ noun, measure }: { noun: string; measure: string }, count: number): string =>
  noun === measure ? `${count}${noun}` : `${count}${measure}${noun}`;

/** 9月28日（周四）17:00 */
/** 2023年9月13日（周三）09:00: on papers, which are read in later years. */
export const fullMomentWords = (at: Date): string => `${shanghaiIso(at).slice(0, 4)}年${momentWords(at)}`;

export const momentWords = (at: Date): string => {
  const day = dayOf(at);
  return `${dayWords(day)}（周${WEEKDAYS[weekdayOf(day) - 1]}）${shanghaiIso(at).slice(11, 16)}`;
};

function dueWords(context: WordingContext, deliverable: string): Record<string, string | boolean> {
  const deadline = deadlineOf(context, deliverable);
  const { statedOn, softClosesAt, binding } = deadline;
  return {
    stated: dayWordsIn(context.definition, statedOn),
    by: dueWordsOf(context.definition, deadline),
    phrase: duePhraseOf(context.definition, deadline),
    softClose: momentWords(softClosesAt),
    softAhead: !context.softOver?.has(deliverable),
    binding,
    ended: context.ended?.has(deliverable) ?? false,
    awaited: context.awaited?.has(deliverable) ?? true,
    done: context.done?.has(deliverable) ?? false,
  };
}

/** One sentence per holiday that begins before the stage's last due date; empty if none. */
function restWords(context: DeadlineContext, stage: Stage): string {
  const { definition, calendar } = context;
  const { from, to } = stageWindow(definition, stage);
  const dueDays = definition.campaign.deliverables
    .filter((item) => item.stage === stage.id)
    .map(({ id }) => deadlineOf(context, id).statedOn);
  const last = [to, ...dueDays].sort().at(-1) ?? to;
  const reach = addDays(last, HOLIDAY_REACH_DAYS);
  const known = isYearCovered(Number(reach.slice(0, 4))) ? reach : civilDate(`${last.slice(0, 4)}-12-31`);
  const holidays = calendar.restSpans(from, known).filter((span) => span.holiday && span.from <= last);
  return holidays.map(holidayWords).join("");
}

const holidayWords = ({ from, to, name }: RestSpan): string =>
  from === to
    ? `${dayWords(from)}${name}放假，请提前安排。`
    : `${dayWords(from)}至${dayWords(to)}${name}放假，请提前安排。`;

/** Removes the spaces left by folded YAML lines within Chinese text. */
const unbroken = (text: string): string =>
  text.replace(/(?<=[\p{Script=Han}，。；：、）”]) +(?=[\p{Script=Han}“（\d])/gu, "");
