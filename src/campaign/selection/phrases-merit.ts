import { rankingPhrases } from "../ranking/phrases.ts";
import type { Basis, Place } from "../ranking/ranking.ts";
import { pointsWords } from "../ranking/rules.ts";
import type { Seen, Shown } from "./selection.ts";
import type { SelectionWords } from "./words.ts";

export const meritPhrases = {
  /** 第3名，核验后98分，初评97分，3-2条达到，各方参与18分 */
  of: ({ total, merit }: Pick<Shown, "total" | "merit">, words: SelectionWords): string[] => {
    const reviewed = total === undefined ? "初评未提交定稿" : `初评${pointsWords(total)}分`;
    if (!merit) return [reviewed];
    const { place, satisfied, participation } = merit;
    return [
      ...(place ? [rankingPhrases.rank(place)] : []),
      ...cityTotals(merit, words),
      reviewed,
      ...(satisfied === undefined ? [] : [`${words.satisfaction}条${satisfied ? "达到" : "未达到"}`]),
      ...(participation === undefined ? [] : [`各方参与${pointsWords(participation)}分`]),
    ];
  },
  /** What 各方参与 adds up. */
  participation: ({ participation }: SelectionWords) =>
    participation.length === 0 ? "" : `各方参与为${participation.join("、")}条得分之和。`,
  distribution: (counts: readonly { district: string; count: number }[], { measure }: SelectionWords) => {
    const some = counts.filter(({ count }) => count > 0);
    const none = counts.filter(({ count }) => count === 0).map(({ district }) => district);
    const spread = some.map(({ district, count }) => `${district}${count}${measure}`).join("、");
    return `入选分布：${spread}${none.length > 0 ? `；${none.join("、")}没有入选的` : ""}（仅列出，方案未作要求）。`;
  },
  basis: (to: Basis, { rankingBasis, districtShort, city }: SelectionWords) => {
    const ruling = rankingBasis === undefined ? "" : `口径${rankingBasis}`;
    if (to === "open") return `排名所依据的分数${ruling}不再明确`;
    return `排名所依据的分数（${ruling}）改为${to === "city" ? `${city}级自评分` : `${districtShort}级初评分（经核验修正）`}`;
  },
  verified: (from: number | null, to: number | null) => {
    if (to === null) return "的核验分不再完整";
    if (from === null) return `已有核验分，${pointsWords(to)}分`;
    if (from === to) return "的核验条目得分有变，总分未变";
    return `的核验分由${pointsWords(from)}分改为${pointsWords(to)}分`;
  },
  place: (from: Place, to: Place) => `的名次由${rankingPhrases.rank(from)}改为${rankingPhrases.rank(to)}`,
  seenLead: () => "上次保存以后有变动，请核对：",
  seen: (name: string, from: Seen, to: Seen) => {
    const total = (at: Seen) => (at.total === null ? "暂无分数" : `${pointsWords(at.total)}分`);
    const rank = (at: Seen) => (at.rank === null ? "不排名" : `第${at.rank}名`);
    const changed = [
      ...(from.total === to.total ? [] : [`由${total(from)}改为${total(to)}`]),
      ...(from.rank === to.rank ? [] : [`由${rank(from)}改为${rank(to)}`]),
    ];
    return `${name}${changed.join("，")}`;
  },
  draftedAnew: (number: number, name: string, text: string) =>
    `${name}的理由采用了原来的拟稿，现拟稿为“${text.replace(/。$/u, "")}”，要采用的回复「理由 ${number} 拟稿」`,
  seenNew: (name: string) => `${name}新列入推荐名单`,
  seenGone: ({ measure }: SelectionWords, count: number) => `有${count}${measure}不再列入推荐名单`,
};

function cityTotals(
  { basis, corrected, own }: NonNullable<Shown["merit"]>,
  { districtShort, city }: SelectionWords,
): string[] {
  if (corrected === undefined) return [];
  const ownWords = own === undefined ? `${city}级自评未完` : `${city}级自评${pointsWords(own)}分`;
  if (basis === "city") return [ownWords];
  const after = `核验后${pointsWords(corrected)}分`;
  return basis === "district" ? [after] : [`${districtShort}级${after}`, ownWords];
}
