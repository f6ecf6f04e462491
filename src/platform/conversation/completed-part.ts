import { completedAddress } from "./part-of-address.ts";

const NUMERAL = "(?:[\\d〇零一二两三四五六七八九十]{1,3}|[东南西北])";
/** 一期, 二社区, 第二党支部: begins with a number, or with a direction. */
const NUMBERED = new RegExp(`^(第?)(${NUMERAL})(\\p{Script=Han}{0,8})$`, "u");
/** What kind of body a name is of; it stands at its end. */
const BODY = /(?:物业|业委会|物管会|居委会|村委会|党支部|支部|社区|街道|公司|办事处)$/u;
const OF_NAME = /(?:名称|单位|街道|社区)(?:[（(].*[)）])?$/u;
const TURN = /[，,、\s]*[嗯呃额哦噢啊哎]*[，,、\s]*(?:不对|不是|错了|[说写打填记讲]错了?|更正|纠正).*$/su;
/** 最后那个门牌是…: said of a part, and no name. */
const IN_SENTENCE = /[那这]个|是/u;
/** In characters. */
const [LONGEST, LEAST_KEPT] = [4, 2];

/**
 * 一期 behind 暨阳一品二期 is 暨阳一品一期: a part of what was said before the turn takes the place of the part of its
 * kind. Undefined where what is said behind it is whole.
 * @param said with the words that take it back
 */
export function completedPart(label: string, said: string, meant: string): string | undefined {
  const address = completedAddress(label, said, meant);
  if (address !== undefined || !OF_NAME.test(label)) return address;
  const before = said.replace(TURN, "").trim();
  const right = meant.replace(/[吧呗啊的。.\s]+$/u, "");
  if (IN_SENTENCE.test(before)) return undefined;
  const at = numberedPart(before, right) ?? endPart(before, right);
  const whole = at === undefined || at < LEAST_KEPT ? undefined : `${before.slice(0, at)}${right}`;
  return whole === before ? undefined : whole;
}

/** Where the part with a number begins, with the same words behind the number as far as they are said. */
function numberedPart(before: string, right: string): number | undefined {
  const [, th = "", , unit = ""] = NUMBERED.exec(right) ?? [];
  if (unit === "" && th === "") return undefined;
  const places = [...before.matchAll(new RegExp(`${th}${NUMERAL}`, "gu"))];
  return places.findLast(({ 0: number, index }) => {
    const behind = before.slice(index + number.length);
    return behind === "" || behind.startsWith(unit) || (unit.startsWith(behind) && behind.length > 1);
  })?.index;
}

/** Where the last word of its kind begins: 西区 behind …东区, 业委会 behind …物业. */
function endPart(before: string, right: string): number | undefined {
  if ([...right].length > LONGEST || before.length < right.length + LEAST_KEPT) return undefined;
  const body = BODY.exec(before)?.index;
  if (body !== undefined && BODY.exec(right)?.index === 0) return body;
  return before.at(-1) === right.at(-1) ? before.length - right.length : undefined;
}
