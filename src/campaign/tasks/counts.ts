import type { CivilDate } from "../../shared/civil-date.ts";
import { countedDistricts } from "../directory/expected-districts.ts";
import type { CampaignState } from "./campaign-state.ts";

/** How far a district has come. Contains no points. */
export interface DistrictCount {
  district: string;
  name: string;
  /** Cases taking part, and those kept out (不得参与). */
  applied: number;
  excluded: number;
  /** Forms of new cases, not submitted yet. */
  filling: number;
  /** Of the cases taking part. */
  finalized: number;
  listExpected: boolean;
  listIn: boolean;
  reportIn: boolean;
}

/** The one count behind 进度, cards, summaries and workbooks: every district counted on the day. */
export function districtCounts(state: CampaignState, day: CivilDate): readonly DistrictCount[] {
  const { campaign, rulings, lists, reports } = state;
  return countedDistricts(campaign.definition, rulings, day).map(({ id, name }) => {
    const own = state.cases.filter(({ district }) => district === id);
    const taking = own.filter((one) => one.state === "submitted");
    return {
      district: id,
      name,
      applied: taking.length,
      excluded: own.filter((one) => one.state === "excluded").length,
      filling: state.forms.filter(({ district, caseId }) => district === id && caseId === undefined).length,
      finalized: taking.filter(({ review }) => review.state === "finalized").length,
      listExpected: lists.expected.includes(id),
      listIn: lists.received.has(id),
      reportIn: reports.has(id),
    };
  });
}

export const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
