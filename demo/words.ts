import type { Definition } from "../src/campaign/definition/definition.ts";
import { deliverableFor, fieldFor, formFor } from "../src/campaign/definition/purposes.ts";

const NUMERALS = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];

/** What the scenes are called, for whoever watches. @param count districts that take part */
export function titlesOf(definition: Definition, count: number) {
  const { case: applicant, district } = definition.campaign.words;
  const number = `${NUMERALS[count] ?? count}`;
  const districts =
    district.noun === district.measure ? number + district.noun : number + district.measure + district.noun;
  const nameOf = (purpose: "list" | "report") => deliverableFor(definition, purpose)?.name ?? "";
  const first = applicant.noun === applicant.measure ? applicant.noun : applicant.measure + applicant.noun;
  return {
    applyFirst: `${districts}各申报第一${first}`,
    applyAndReview: ({ isMore, scored }: { isMore: boolean; scored: boolean }) =>
      `${districts}各${[...(isMore ? ["申报"] : []), ...(scored ? ["初评"] : [])].join("并")}`,
    recommend: `${districts}确认${nameOf("list")}`,
    select: "择优并批准",
    publish: "公布",
    province: "向省推荐",
    report: `${districts}报送${nameOf("report")}`,
    reportLate: `最后一${district.noun === district.measure ? "" : district.measure}${district.noun}报送${nameOf("report")}`,
  };
}

/** Why somebody is recommended or chosen. */
export const reasonOf = (definition: Definition): string =>
  isServed(definition) ? "居民满意度高，各方参与充分" : "符合条件，成效明显";

export function reportOf({ campaign }: Definition): string {
  const { noun } = campaign.words.case;
  return `活动开展情况：辖区内广泛宣传发动，组织${noun}申报。主要做法成效：党建引领，多方联动。存在问题：个别${noun}设施老旧。下一步工作建议：总结经验，持续推进。`;
}

/** Whether an enterprise serves what applies, as it does a compound. */
function isServed(definition: Definition): boolean {
  const form = formFor(definition, "application");
  return form !== undefined && fieldFor(form, "enterprise") !== undefined;
}
