import type { Parsed } from "../answer.ts";
import type { Question } from "../field.ts";
import { retryPhrases } from "../phrases.ts";
import { plainAnswer } from "../plain.ts";
import { simplified } from "../simplified.ts";
import { askBack } from "./ask-back.ts";
import { findPhones, withDigits } from "./find-phones.ts";
import { askPhrases } from "./phrases.ts";
import { uncovered } from "./reading.ts";

const SAYS_NOTHING =
  /(?:[他她它我您]的?|本人)?(?:联系|移动|办公室?|固定)?(?:手机|电话|座机|固话)(?:号码?)?|号码|微信同号|同微信|微信|办公室?|tel|phone|mobile|[是为和或及]|(?<=^|[\s，,])[嗯呃]+|[哈哦呀]$|\p{Extended_Pictographic}|[\s,，;；:：。、./()（）|]/giu;
const MAX_NUMBERS = 3;
/** 13957500011→13957500022 */
const CHANGED = /^(?:→|⇒|-+>|=>|改为|改成|换成)$/u;
const BODIES = ["业委会", "业主委员会", "物管会", "自管组织", "支部"];

/** 业委会主人叫何丽丽 at 申报单位负责人电话: whose number it is, is said. */
const isOfOther = ({ label }: Question, rest: string): boolean =>
  BODIES.some((body) => rest.includes(body)) && !BODIES.some((body) => rest.includes(body) && label.includes(body));

/** 书记的手机 at 党支部书记电话: whose number is asked for. */
function isOwner({ label }: Question, rest: string): boolean {
  const said = rest.replace(/的$/u, "");
  return said.length >= SHORTEST_TITLE && label.replace(/(?:联系)?电话$/u, "").endsWith(said);
}
const SHORTEST_TITLE = 2;

const last = (numbers: readonly string[], rest: string): string[] =>
  CHANGED.test(rest) && numbers.length > 1 ? numbers.slice(-1) : [numbers.join("、")];

/** 13905751123（原13905751122打错了）: said to be wrong, and not offered. */
const isWrong = (text: string, { from, to }: { from: number; to: number }): boolean =>
  /(?:原|旧|之前|不是|不要)(?:来|先|的|号码?|电话|手机|[是为:：\s])*$/u.test(text.slice(0, from)) ||
  /^[\s,，]*(?:是|已|号码?|[嗯哦噢啊]+)*(?:[打写填说]错|错了|不对|不是|有误|作废|停用|停机|空号|不用了)/u.test(
    text.slice(to),
  );

/** What is said beside the numbers, as it was said. */
const saidBeside = (text: string, found: readonly { from: number; to: number }[]): string =>
  [...found, { from: text.length, to: text.length }]
    .map(({ from }, at) =>
      text
        .slice(found[at - 1]?.to ?? 0, from)
        .replaceAll(/^[\s,，;；.。、]+|[\s,，;；.。、]+$/gu, "")
        .replace(/^\((.*)\)$/u, "$1"),
    )
    .filter((piece) => piece.replaceAll(SAYS_NOTHING, "") !== "")
    .join("」「");

/**
 * `phone`: mobile numbers of 11 digits and office lines like `0575-12345678`, also with an extension; several are kept as
 * several (13812345678、0575-12345678). A name beside them is asked about.
 */
export function parsePhone(question: Question, typed: string): Parsed {
  const text = withDigits(simplified(plainAnswer(typed)));
  const wrong: Parsed = { ok: false, retry: retryPhrases.phone(question) };
  const found = findPhones(text);
  const rest = uncovered(text, found).replaceAll(SAYS_NOTHING, "");
  const numbers = [...new Set(found.map(({ number }) => number))];
  if (numbers.length === 0 || numbers.length > MAX_NUMBERS || /\d/.test(rest)) return wrong;
  const value = numbers.join("、");
  if (rest === "" || isOwner(question, rest)) return { ok: true, value, shown: value };
  if (isOfOther(question, rest))
    return { ok: false, retry: askPhrases.ofOtherNumber(plainAnswer(typed), question.label) };
  const right = numbers.filter((number) => found.some((one) => one.number === number && !isWrong(text, one)));
  if (right.length === 0) return wrong;
  return askBack(plainAnswer(typed), last(right, rest), saidBeside(text, found)) ?? wrong;
}
