import type { CivilDate } from "../../shared/civil-date.ts";
import { countedDistricts } from "../directory/expected-districts.ts";
import type { CampaignState } from "./campaign-state.ts";

/** `nobody`: reported as 无推荐; `released`: no list is expected of the district. */
export type ListState = "reported" | "nobody" | "missing" | "released";

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
  list: ListState;
  /** The list is in, its 盖章件 is not (盖章件待补). */
  isUnsealed: boolean;
  /** 退回补正: cases that the city has returned and that are not corrected. */
  returned: number;
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
      list: listStateOf(lists, id),
      isUnsealed: lists.unsealed?.has(id) ?? false,
      returned: state.isPublished ? 0 : taking.filter((one) => one.returned !== undefined).length,
      reportIn: reports.has(id),
    };
  });
}

function listStateOf({ expected, received, nobody }: CampaignState["lists"], district: string): ListState {
  if (!expected.includes(district)) return "released";
  if (nobody.has(district)) return "nobody";
  return received.has(district) ? "reported" : "missing";
}

/** Expected and reported lists, as they are counted everywhere. */
export function listCounts(counts: readonly Pick<DistrictCount, "list">[]): {
  expected: number;
  received: number;
  nobody: number;
} {
  const count = (...states: readonly ListState[]): number => counts.filter(({ list }) => states.includes(list)).length;
  return {
    expected: count("reported", "nobody", "missing"),
    received: count("reported", "nobody"),
    nobody: count("nobody"),
  };
}

export const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
