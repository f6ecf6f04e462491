import type { Nouns } from "../directory/nouns.ts";
import { rankingPhrases } from "./phrases.ts";
import type { Place } from "./ranking.ts";

/** What an answer to a ruling would change in the ranking. */
export const effectsPhrases = {
  moved: (name: string, from: Place, to: Place) =>
    `${name}由${rankingPhrases.rank(from)}改为${rankingPhrases.rank(to)}`,
  places: (moved: string) => `名次变动：${moved}`,
  ranked: (cases: string, { isVerified, nouns }: { isVerified: boolean; nouns: Nouns }) =>
    `将按${isVerified ? "核验修正后的" : ""}${nouns.districtShort}级初评分排出全${nouns.city}名次，涉及${cases}`,
  rankedByCity: (ranked: number, left: number, nouns: Nouns) =>
    `将按${nouns.city}级自评分排出${nouns.cases(ranked)}的全${nouns.city}名次${left > 0 ? `，其余${nouns.cases(left)}尚有条目没有核验分，不排名` : ""}`,
  unranked: (cases: string, { city, verifies }: Nouns) =>
    `${verifies ? `系统中尚无${city}级评分` : `本活动没有${city}级评分`}，${cases}均不排全${city}名次`,
  districtsOut: (names: string) => `${names}不再计入应报，已报送的材料保留`,
  districtsIn: (names: string, { district }: Nouns) => `${names}增列为应报${district}`,
};
