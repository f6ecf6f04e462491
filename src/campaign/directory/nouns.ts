import type { Definition } from "../definition/definition.ts";
import { annexFor, fieldFor, formFor, offers } from "../definition/purposes.ts";
import { roleName } from "../definition/role-name.ts";
import { casesWords, districtsWords } from "../definition/wording.ts";

/** The campaign's nouns, for phrases. */
export interface Nouns {
  /** 实施方案, 通知 */
  plan: string;
  /** 小区, 农户 */
  case: string;
  /** 个, 户 */
  measure: string;
  /** 3个小区 */
  cases(count: number): string;
  /** Form label of a case's name: 小区名称, 户主姓名. */
  caseName: string;
  /** 地区, 村 */
  district: string;
  districtMeasure: string;
  /** 6个地区 */
  districts(count: number): string;
  /** 区, 村: prefix of 级 and 内. */
  districtShort: string;
  /** 市, 镇 */
  city: string;
  /** Role names of the campaign: 活动联系人, 审批领导. */
  organizer: string;
  approver: string;
  /**
   * 附件1第8-2、9-1项: clauses of what a case should be, as people cite them.
   * @param again the annex has been named in the sentence: 第8-2、9-1项
   */
  clauses(ids: readonly string[], again?: boolean): string;
  /** False: no phrase mentions 核验. */
  verifies: boolean;
}

export function nounsOf(definition: Definition): Nouns {
  const { plan, case: one, district, city } = definition.campaign.words;
  const form = formFor(definition, "application");
  const label = form && fieldFor(form, "name")?.label;
  return {
    plan,
    case: one.noun,
    measure: one.measure,
    cases: (count) => casesWords(definition, count),
    caseName: label ?? `${one.noun}名称`,
    district: district.noun,
    districtMeasure: district.measure,
    districts: (count) => districtsWords(definition, count),
    districtShort: shortOf(district.noun),
    city: city.noun,
    organizer: roleName(definition, "organizer"),
    approver: roleName(definition, "approver"),
    clauses: (ids, again = false) => {
      const annex = annexFor(definition, "requirements")?.name;
      return annex === undefined ? `要求${ids.join("、")}` : `${again ? "" : annex}第${ids.join("、")}项`;
    },
    verifies: offers(definition, "verification"),
  };
}

/** 地区 names no level: its adjective is 区级. Brackets are dropped: 区（县、市） gives 区. */
const shortOf = (noun: string): string => (noun === "地区" ? "区" : noun.replace(/（.*）$/u, ""));
