import { readPoints } from "./answers/parse-points.ts";
import { cleanLine } from "./plain.ts";
import { SAID_POINTS } from "./score-words.ts";

const HESITANT = "(?:[嗯呃额啊哎哦唉诶，,。\\s]|那个)";
const POINTS = new RegExp(`(?<points>${SAID_POINTS}(?![之钟配管类]|公司)|满分)`, "gu");
/** In characters, of what may stand between a turn and the points behind it. */
const LONGEST_TURN = 16;
const SAYS = "(?:就|再|先|还是|应该|写|给|打|算|得|是|改[成为]?|了)";
/** …吧哎还是, 算了, 嗯给, 或者, straight before the points; 给 alone where nothing is before it. */
const TURN = new RegExp(
  `(?:算了|还是|不对|不是|(?:说|打|写|记)?错了|更正[:：]?|或者?|要不|应该是?|应为|改[成为]?|${HESITANT}(?:就|再|先|我)?[给打算得]|[嗯呃额哎哦唉诶]|不{2,}|^不)(?:${HESITANT}|${SAYS}){0,8}$|^(?:就|再|先|我|那){0,3}[给打算]了?$`,
  "u",
);
/** 还是3, 不，4, 或者3, 是4: a number alone behind a turn. */
const COUNTER = "[%％名个件次人户年月日号项条处栋幢楼层元米辆盏棵块根扇份天台起间只家类种]";
const BARE_POINTS = new RegExp(
  `(?<![\\d.．/~～-])(?<points>\\d{1,2}(?:\\.\\d)?|(?<![零〇一二三四五六七八九十两])[零〇一二三四五六七八九十两]点[零一二三四五六七八九]|(?<![零〇一二三四五六七八九十两])[零〇一二三四五六七八九十两])[吧了啊]*(?=$|[，,。；;]|\\s(?!\\s*${COUNTER}))`,
  "gu",
);
const BARE_TURN =
  /(?:还是|不对|(?:说|打|写|记)?错了|更正[:：]?|或者?|要不|应该是?|应为|改[成为]|(?:^|[，,。\s])(?:不是?|是|也许|可能|算了))(?:[嗯呃额啊哎哦唉诶，,。\s]|那个|还是|应该|是|给|打|得|改[成为]?)*$/u;
const ENDS = /^(?:[吧了啊呗哈]|好了|算了|得了)+[，,。\s]*/u;

/** Other points that are said within the words behind the first, and what of the words is a reason. */
export function otherPointsIn(reason: string): { points: string; reason: string } | undefined {
  const said = [
    ...[...reason.matchAll(POINTS)].map((found) => ({ found, turns: TURN })),
    ...[...reason.matchAll(BARE_POINTS)].map((found) => ({ found, turns: BARE_TURN })),
  ];
  for (const { found, turns } of said) {
    const points = found.groups?.points ?? "";
    const lead = reason.slice(Math.max(0, found.index - LONGEST_TURN), found.index);
    const turn = turns.exec(lead);
    if (!turn) continue;
    const why = cleanLine(reason.slice(found.index + points.length).replace(ENDS, ""));
    const before = reason.slice(0, found.index - lead.length + turn.index).replace(ENDS, "");
    return { points, reason: why === "" ? cleanLine(before).replace(/[嗯呃额啊哎哦唉诶，,]$/u, "") : why };
  }
  return undefined;
}

/** 车乱停哦不是是垃圾没清, 少一次不对应为少两次: what is said last, to be asked about. */
const REWORDED =
  /(?:[嗯呃额啊哎哦唉诶](?:不对|不是)|不是(?=是)|(?:说|打|写|记)错了|更正(?:为|成)?[:：]|(?<=[，,；;。\s])更正[为成]|(?<=.{2})不对(?=[，,\s]?(?:应该?|是)))(?:[嗯呃额啊哎哦唉诶，,。\s]|不对){0,6}(?:应该是|应为|应是|还是|是)?/u;

/** The words that take the place of what was said before them. */
export function rewordedIn(reason: string): string | undefined {
  const turn = REWORDED.exec(reason);
  const last = turn ? cleanLine(reason.slice(turn.index + turn[0].length)) : "";
  return /\p{Script=Han}{2}/u.test(last) ? last : undefined;
}

/** 不对不对两点五: the points before it are not meant. */
const TAKES_BACK =
  /^[嗯呃额啊哎哦，,\s]*(?:不对|不是|不[，,\s]|(?:说|打|写|记)?错了|更正).*[\d零〇一二三四五六七八九十两满]/su;
export const takesBack = (said: string): boolean => TAKES_BACK.test(said);

/** Said with full marks of a row that is reached or not. */
const UNMET = /(?:没有?|未能?|不)(?:达到|达标|符合|做到)|达不到|[没未]达(?!成)/u;

export const saysUnmet = (reason: string): boolean => UNMET.test(reason);

/** 2-3分, 2~3, 2或3 */
const EITHER =
  /^(\d{1,2}(?:\.\d)?)\s*分?\s*(?:[-－–—~～]|[至到]|或者?|还是)\s*(\d{1,2}(?:\.\d)?)\s*分?(?:之间)?[吧]?$/u;

/** Of two numbers of points, both: which is meant is not said. */
export function eitherOf(said: string): readonly number[] | undefined {
  const [, one, other] = EITHER.exec(cleanLine(said)) ?? [];
  return one === undefined || one === other ? undefined : [Number(one), Number(other)];
}

/** 绿化差 4, 会议少扣1; 1-3幢4 and 见3-5 end otherwise. */
const ENDING =
  /^(?<reason>\p{Script=Han}.*?\p{Script=Han}[)）”」]?)(?<gap>[，,\s:：]*)(?<points>(?<![\d.-])\d{1,2}(?:\.\d)?|(?<=[，,\s])[零〇一二三四五六七八九十两])$/su;
const LED = /^的?(?:理由|原因|说明)\s*(?:[:：]|就?是|改为|为)/u;
const OFF = /[，,\s]*(?:所以|因此)?(?:应|就|酌情|酌)?[扣减](?:了|去|掉)?$/u;
const GIVEN = /[，,\s]*(?:所以|因此)?(?:就|只能|只|先)?(?:给|打|得|评|改成|改为|改|是)$/u;

/** A reason with a number at its end that may be the points. `apart`: a blank or a comma is between. */
export function endsInPoints(
  said: string,
  most: number,
): { points: number; reason: string; apart: boolean } | undefined {
  const text = cleanLine(said);
  const { reason = "", gap = "", points: written = "" } = (LED.test(text) ? null : ENDING.exec(text))?.groups ?? {};
  const number = readPoints(written, most);
  const isOff = OFF.test(reason);
  const why = cleanLine(reason.replace(OFF, "").replace(GIVEN, ""));
  if (number === undefined || !/\p{Script=Han}{2}/u.test(why) || /\d{1,2}-\d{1,2}|分/u.test(why)) return undefined;
  const points = isOff ? most - number : number;
  return gap === "" && points > most ? undefined : { points, reason: why, apart: gap !== "" };
}
