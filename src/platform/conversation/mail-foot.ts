import { beginsAsName } from "./answers/surnames.ts";
import { compactAnswer } from "./plain.ts";

/** -- on a line of its own begins a signature (RFC 3676, 4.3); mail programs write it with or without the blank. */
const RULE = /^\s*(?:--|——|－－)\s*$/u;
/** 发自我的iPhone, 来自Android客户端 */
const DEVICE =
  /^\s*(?:发自|来自|从)我?的?\s*(?:iphone|ipad|手机|华为|小米|钉钉|微信|邮箱大师|网易|qq|android|foxmail|outlook).{0,16}$|^\s*sent from my .{1,20}$/iu;
const PHONE = "(?:(?:\\+?86[- ]?)?(?:0\\d{2,3}[- ]?)?\\d{7,8}(?:[-转]\\d{1,6})?|(?:\\+?86[- ]?)?1\\d{10})";
/** 电话：0575-87018888, 地址：… */
const CONTACT = new RegExp(
  `^\\s*(?:(?:联系)?(?:电话|手机|座机|传真|邮箱|地址|邮编|qq|微信|email|e-mail|tel|mobile|fax)\\s*[:：]\\s*\\S.{0,40}|${PHONE}(?:[\\s/、,，]+${PHONE})*)\\s*$`,
  "iu",
);
const OFFICE = "\\p{Script=Han}{2,16}(?:局|科|股|处|室|中心|办|办事处|委员会|公司|社区|街道|所|站|大队|建局)";
const TITLE = "(?:科长|局长|主任|副?局长|副?科长|书记|经理|总经理|主管|科员|经办人|同志)";
const NAME = "\\p{Script=Han}{2,3}";
const SIGNS = new RegExp(
  `^\\s*(?:(?:${OFFICE}[\\s\\u3000，,]+)?(?<name>${NAME})(?:[\\s\\u3000，,]*${TITLE})?(?:[\\s\\u3000，,]+${OFFICE})?(?:[\\s\\u3000，,]+${PHONE})?|${OFFICE}(?:[\\s\\u3000，,]+${PHONE})?)\\s*$`,
  "u",
);
/** In lines: a signature is short. */
const LONGEST = 6;

const isNamed = (line: string): boolean => {
  const name = SIGNS.exec(line)?.groups?.name;
  return name === undefined ? SIGNS.test(line) : beginsAsName(name);
};

/** Whether the line is one of a signature by itself: a name, an office, a telephone, an address. */
export const isOfSignature = (line: string): boolean => CONTACT.test(line) || isNamed(line);

export interface Footed {
  text: string;
  /** What was cut off, line by line; empty where nothing was. */
  foot: readonly string[];
}

/**
 * A message without what a mail program adds below it: from the line -- on, 发自我的iPhone, and, below an empty line, who
 * wrote it with office and telephone. A text of nothing else stays.
 * @param isBare also without -- above it; a form has such lines of its own
 */
export function withoutMailFoot(typed: string, { isBare = false } = {}): Footed {
  const lines = typed.trimEnd().split("\n");
  const from = footFrom(lines, isBare);
  const text = lines.slice(0, from).join("\n").trimEnd();
  if (from === lines.length || compactAnswer(text) === "") return { text: typed, foot: [] };
  const foot = lines.slice(from).map((line) => line.trim());
  return { text, foot: foot.filter((line) => line !== "" && !RULE.test(line)) };
}

function footFrom(lines: readonly string[], isBare: boolean): number {
  let end = lines.length;
  while (end > 1 && (DEVICE.test(lines[end - 1] ?? "") || (lines[end - 1] ?? "").trim() === "")) end -= 1;
  const least = Math.max(1, end - LONGEST);
  const rule = lines.findLastIndex((line, at) => at >= least && at < end && RULE.test(line));
  const below = lines.slice(rule + 1, end);
  if (rule > 0 && below.some(isOfSignature) && below.every((line) => [...line].length <= MOST && !line.includes("\t")))
    return rule;
  if (!isBare) return end;
  let at = end;
  while (at > least && isOfSignature(lines[at - 1] ?? "")) at -= 1;
  const isApart = at < end && (lines[at - 1] ?? "").trim() === "";
  return isApart && lines.slice(at, end).some(isNamed) ? at : end;
}
/** In characters, of one line of a signature. */
const MOST = 50;
