import type { Nouns } from "../../directory/nouns.ts";
import { rankingPhrases } from "../phrases.ts";
import type { Place } from "../ranking.ts";
import { pointsWords } from "../rules.ts";
import type { Side } from "./rules.ts";

interface Placed {
  name: string;
  place: Place | undefined;
  total: number;
}

const placed = ({ name, place, total }: Placed): string =>
  `${name}（${place ? `${rankingPhrases.rank(place)}，` : ""}${pointsWords(total)}分）`;

const becomes = (side: Side | undefined, selected: number): string => {
  if (side === "tied") return `即在第${selected}位上下并列`;
  return side === "in" ? "即可入围" : "即不再入围";
};

/** 3-5、3-6，任一条; 12条中任一条; a single row is named alone. */
function rowsWords(rows: readonly string[]): string {
  if (rows.length > MOST_ROWS) return `${rows.length}条中任一条`;
  return `${rows.join("、")}${rows.length > 1 ? "，任一条" : ""}`;
}

const MOST_ROWS = 6;

export const boundaryPhrases = {
  words: ["入围临界情况", "入围临界", "临界情况", "临界", "查 临界"],
  word: () => "入围临界情况",
  label: () => "入围临界情况",
  purpose: () => "查看哪一条分数、哪份材料或哪项口径会改变入围",
  title: () => "入围临界情况",
  none: (selected: number, nouns: Nouns) =>
    `参加排名的${nouns.case}不超过应选的${selected}${nouns.measure}，没有入围临界情况。`,
  notRanked: ({ city }: Nouns) => `目前没有全${city}名次，无从测算单一条目对入围的影响。`,
  noNumber: ({ case: one }: Nouns) => `本活动没有规定入选${one}的数量，没有入围临界情况。`,
  edge: ({ last, next, selected }: { last: Placed; next: Placed; selected: number }) =>
    `第${selected}位：${placed(last)}；其后：${placed(next)}，相差${pointsWords(last.total - next.total)}分。`,
  tied: (names: readonly string[], selected: number, { measure }: Nouns) =>
    `第${selected}位上下未分先后的有${names.length}${measure}：${names.join("、")}，其中谁入选由人研究确定。`,
  notTied: (selected: number) => `第${selected}位上下没有并列。`,
  swingsHeading: () => "单一条目",
  swing: (one: Placed, ways: readonly Swinging[]) =>
    `${placed(one)}：${ways
      .map(
        ({ rows, change, side, selected }) =>
          `${rowsWords(rows)}${change < 0 ? "少" : "多"}${pointsWords(Math.abs(change))}分，${becomes(side, selected)}`,
      )
      .join("；")}`,
  more: (count: number, { measure }: Nouns) => `另有${count}${measure}未列出。`,
  moreSwings: (count: number, { measure }: Nouns) => `另有${count}${measure}须单一条目变动更多，未列出。`,
  noSwing: () => "没有哪一条单独变动会改变入围。",
  disputesHeading: () => "评分不一的条目",
  dispute: (
    name: string,
    said: {
      id: string;
      kind: "apart" | "district";
      from: number;
      to: number;
      side: Side;
      selected: number;
      nouns: Nouns;
    },
  ) =>
    `${name}　${said.id}：现计${pointsWords(said.from)}分，按${said.kind === "apart" ? "成员所打" : `${said.nouns.districtShort}级初评`}的${pointsWords(said.to)}分计，${becomes(said.side, said.selected)}`,
  unprovedHeading: () => "没有证明材料的条目",
  unproved: (one: Placed, rows: readonly string[]) => `${placed(one)}：${rowsWords(rows)}不计分，即改变入围`,
  blockedHeading: () => "有待明确的情况",
  blocked: (name: string, said: { why: readonly string[]; comesIn: readonly string[] }) =>
    `${name}：${said.why.join("，")}；如不能入选，${said.comesIn.length === 0 ? "没有其他对象可入围" : `${said.comesIn.join("、")}的入围情况随之改变`}`,
  clauses: (ids: readonly string[], { clauses }: Nouns) => `${clauses(ids)}不符合或待核实`,
  rulingsHeading: () => "尚未答复的口径",
  ruling: {
    rankingBasis: (id: string, names: readonly string[], { districtShort, city }: Nouns) =>
      `口径${id}：以${districtShort}级初评分（经核验修正）为准与以${city}级自评分为准相比，${names.join("、")}的入围情况不同`,
    tieLadder: (id: string, names: readonly string[]) =>
      `口径${id}：现按默认口径比较；总分相同的不再比较时，${names.join("、")}的入围情况不同`,
    teamScore: (id: string, names: readonly string[]) =>
      `口径${id}：现按平均分；去掉最高分和最低分后平均的，${names.join("、")}的入围情况不同`,
  },
  noneOpen: () => "没有评分不一、缺少材料、有待明确的情况或尚未答复的口径会改变入围。",
  footnote: ({ city }: Nouns) => `系统按现有分数测算，供研究参考，非文件规定；入选对象由${city}级研究确定。`,
};

interface Swinging {
  rows: readonly string[];
  /** In hundredths. */
  change: number;
  side: Side;
  selected: number;
}
