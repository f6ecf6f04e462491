import { cleanLine } from "../plain.ts";
import { findPhones, withDigits } from "./find-phones.ts";

/** Mobile, or with an area code; a shorter number may be one of a house. */
export const WHOLE = /^(?:1\d{10}$|0\d{2,3}-)/;
/** （电话 before a number, ） behind it */
const LEADS_TO =
  /(?:[\s，,；;：:、（(/／|｜\-–—]|(?:联系)?(?:电[ \u3000]*话|手[ \u3000]*机|座机|固话|号码|方式)(?:号码?|是|为)?)+$/u;
const FOLLOWS = /^[\s，,；;：:、）)/／|｜\-–—]+|(?:联系)?(?:电话|手机|座机|固话)(?:号码?)?[\s，,。]*$/gu;
const BETWEEN_NUMBERS = /^(?:[\s、,，;；:：/／]|或者?|和|及|(?:联系)?(?:电话|手机|座机|固话)|办公室?)*$/u;

/**
 * A line of text with a telephone number in it, or with several one after another, written or spoken.
 * @param short also a number without an area code, which elsewhere may be one of a house
 */
export function phoneIn(typed: string, { short = false } = {}): { number: string; rest: string } | undefined {
  const text = cleanLine(typed);
  const phones = findPhones(withDigits(text)).filter(({ number }) => short || WHOLE.test(number));
  const [first] = phones;
  const last = phones.at(-1);
  const isTogether = phones.every(({ to }, at) => BETWEEN_NUMBERS.test(text.slice(to, phones[at + 1]?.from ?? to)));
  if (!first || !last || !isTogether) return undefined;
  const [before, after] = [text.slice(0, first.from), text.slice(last.to)];
  const rest = cleanLine(`${before.replace(LEADS_TO, "")} ${after.replace(FOLLOWS, "")}`);
  const number = phones.map((one) => one.number).join("、");
  // 陈某（经理，电话…）
  return { number, rest: /[（(][^（()）]*$/u.test(rest) ? `${rest}）` : rest };
}
