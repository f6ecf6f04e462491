import { cleanLine } from "./plain.ts";
import { SAID_POINTS } from "./score-words.ts";

const HESITANT = "[嗯呃额啊哎哦唉诶，,。\\s]";
const POINTS = new RegExp(`(?<points>${SAID_POINTS}(?![之钟公配管类])|满分)`, "gu");
/** In characters, of what may stand between a turn and the points behind it. */
const LONGEST_TURN = 16;
const SAYS = "(?:就|再|先|还是|应该|写|给|打|算|得|是|改[成为]?|了)";
/** …吧哎还是, 算了, 嗯给, 或者, straight before the points; 给 alone where nothing is before it. */
const TURN = new RegExp(
  `(?:算了|还是|不对|不是|(?:说|打|写|记)?错了|更正[:：]?|或者?|要不|应该是?|应为|改[成为]?|${HESITANT}(?:就|再|先|我)?[给打算得]|[嗯呃额哎哦唉诶])(?:${HESITANT}|${SAYS}){0,8}$|^(?:就|再|先|我|那){0,3}[给打算]了?$`,
  "u",
);
const ENDS = /^(?:[吧了啊呗哈]|好了|算了|得了)+[，,。\s]*/u;

/** Other points that are said within the words behind the first, and what of the words is a reason. */
export function otherPointsIn(reason: string): { points: string; reason: string } | undefined {
  for (const found of reason.matchAll(POINTS)) {
    const points = found.groups?.points ?? "";
    const lead = reason.slice(Math.max(0, found.index - LONGEST_TURN), found.index);
    const turn = TURN.exec(lead);
    if (!turn) continue;
    const why = cleanLine(reason.slice(found.index + points.length).replace(ENDS, ""));
    const before = reason.slice(0, found.index - lead.length + turn.index).replace(ENDS, "");
    return { points, reason: why === "" ? cleanLine(before).replace(/[嗯呃额啊哎哦唉诶，,]$/u, "") : why };
  }
  return undefined;
}

/** 车乱停哦不是是垃圾没清, 少一次不对应为少两次: what is said last, to be asked about. */
const REWORDED =
  /(?:[嗯呃额啊哎哦唉诶](?:不对|不是)|不是(?=是)|(?:说|打|写|记)错了|更正[:：]|(?<=.{2})不对(?=[，,\s]?(?:应该?|是)))(?:[嗯呃额啊哎哦唉诶，,。\s]|不对){0,6}(?:应该是|应为|应是|还是|是)?/u;

/** The words that take the place of what was said before them. */
export function rewordedIn(reason: string): string | undefined {
  const turn = REWORDED.exec(reason);
  const last = turn ? cleanLine(reason.slice(turn.index + turn[0].length)) : "";
  return /\p{Script=Han}{2}/u.test(last) ? last : undefined;
}

/** Said with full marks of a row that is reached or not. */
const UNMET = /(?:没有?|未能?|不)(?:达到|达标|符合|做到)|达不到|[没未]达(?!成)/u;

export const saysUnmet = (reason: string): boolean => UNMET.test(reason);
