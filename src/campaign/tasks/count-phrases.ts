import type { Nouns } from "../directory/nouns.ts";
import type { DistrictCount, ListState } from "./counts.ts";

export const countPhrases = {
  applied: ({ applied, excluded }: { applied: number; excluded: number }, { measure }: Nouns) => {
    const out = excluded > 0 ? `，另有${excluded}${measure}不得参与` : "";
    return applied > 0 ? `已提交${applied}${measure}${out}` : `尚未提交${out}`;
  },
  finalized: ({ applied, finalized }: { applied: number; finalized: number }, { measure }: Nouns) =>
    applied === 0 ? "尚未开始" : `已提交定稿${finalized}${measure}，共${applied}${measure}`,
  listStates: {
    reported: () => "已报送",
    nobody: () => "已报送无推荐",
    missing: () => "尚未报送",
    released: () => "不要求报送",
  } satisfies Record<ListState, () => string>,
  /** What has come of the list, and what of it is still awaited. */
  list: ({ list, isUnsealed, returned }: Pick<DistrictCount, "list" | "isUnsealed" | "returned">, { measure }: Nouns) =>
    [
      countPhrases.listStates[list](),
      ...(isUnsealed ? ["盖章件待补"] : []),
      ...(returned > 0 ? [`${returned}${measure}退回补正，尚未报送补正`] : []),
    ].join("，"),
  ended: (words: string, { city }: Nouns) => `${words}；${city}级名单已公布，不再接收`,
  handedIn: (isIn: boolean) => (isIn ? "已报送" : "尚未报送"),

  allApplied: (cases: number, districts: number, nouns: Nouns) =>
    `已提交${nouns.cases(cases)}，涉及${nouns.districts(districts)}`,
  allFinalized: (finalized: number, of: number, { measure, cases }: Nouns) =>
    `已提交定稿${finalized}${measure}，共${cases(of)}`,
  missing: (names: readonly string[]) => `；尚未报送：${names.join("、")}`,
};
