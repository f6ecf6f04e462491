import type { List } from "./entries.ts";

const WHOLE = "(?![a-z])";
const MET = `(?:符合|达标|满足|达到|合格|fh${WHOLE})`;
/** 没问题 says something of the rest only; by itself it is a courtesy. */
const FINE = `(?:没有?(?:什么|啥)?问题|无问题|ok${WHOLE}|(?:行|可以)[的了吧啊]?(?=$|[\\s、,;。]))`;
const ALL = "(?:均|都|全部?|也|是|已|为)*";
const OTHERS = "(?:其余|其他|其它|别的|剩下|剩余|除此之外|除上述外)(?:的|各?[条项款]|要求)*";
/** 其余均符合, 其余各条：符合, 其他没问题, qyfh, 全部符合 */
const REST_MET = new RegExp(
  `^(?:${OTHERS}[:\\s]*${ALL}\\s*(?:${MET}|${FINE})|(?:qy|qt)[jd]?fh${WHOLE}|[jd]fh${WHOLE}|(?:全都?|全部|均|都|[各所][有条]*(?:要求)?(?:均|都|全部?))已?${MET})(?:要求)?`,
  "iu",
);
const WORDS: readonly (readonly [List, RegExp])[] = [
  [
    "notMet",
    /^(?:不符合|[还尚]?不(?:满足|达标|达到|合格|到位)|[还尚暂]?(?:未|没有?)(?:达到|达标|符合|满足|做到|落实)|做不到|不行(?=$|[\s、,;。])|bfh(?![a-z])|[×✗✘])(?:要求)?/iu,
  ],
  [
    "unclear",
    /^(?:尚不清楚|[还尚]?不清楚|[还尚]?不清(?![洁理扫除爽淡])|[还尚]?没(?:搞|弄|问|查)?清楚?|[还尚]?不明确|尚未明确|[还尚]?待核实|[还尚]?待定|[还尚]?不(?:确定|知道)|[还尚]?没(?:核实|确定|定))/u,
  ],
  ["notApplicable", /^(?:不适用|不涉及|bsy(?![a-z]))(?:及理由)?/iu],
  ["met", new RegExp(`^(?:${MET}(?:要求)?|[√✓✔])`, "iu")],
];
const SIGNS: Readonly<Record<string, List>> = { "?": "unclear", 是: "met", 否: "notMet", x: "notMet", X: "notMet" };

export interface FoundStanding {
  list: List;
  length: number;
}

/** Length of 其余均符合 at the start; undefined if it is not there. */
export const restAt = (text: string): number | undefined => REST_MET.exec(text)?.[0].length;

/** The standing that a text begins with. */
export function standingAt(text: string): FoundStanding | undefined {
  for (const [list, pattern] of WORDS) {
    const found = pattern.exec(text);
    if (found) return { list, length: found[0].length };
  }
  return undefined;
}

/** A cell of a table that is a standing and nothing else: 符合, √, ？ */
export function standingIn(cell: string): List | undefined {
  const found = standingAt(cell) ?? fineAt(cell);
  return found && found.length === cell.length ? found.list : SIGNS[cell];
}

/** 没问题 behind the number of a clause. */
export function fineAt(text: string): FoundStanding | undefined {
  const length = FINE_AT.exec(text)?.[0].length;
  return length === undefined ? undefined : { list: "met", length };
}
const FINE_AT = new RegExp(`^${FINE}`, "iu");

/** 第1、2项符合: what is said of whole items is that all of it is met. */
export const saysAllMet = (text: string): boolean => {
  const said = text.replace(/^[\s:]*(?:均|都|全部?|也|是|已|为)*\s*/u, "");
  return (standingAt(said) ?? fineAt(said))?.list === "met";
};
