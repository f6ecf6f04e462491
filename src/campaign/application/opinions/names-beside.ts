import { beginsAsName } from "../../../platform/conversation/answers/surnames.ts";

/** Stands for a seal or a signature that was read, so that names in them are not taken for offices. */
const TAKEN = "\u{e000}";
export const NAMES_TAKEN = /[\s,，;；、。(（]*\u{e000}+[\s,，;；、)）]*/gu;

const STANCE = "(?:不?同意|支持|属实|推荐|申报|[无没]?异议|意见|反对)";
const UNIT =
  "(?:(?![日号月])\\p{Script=Han}){2,14}(?:社区|居委会|村委会|街道|办事处|委员会|业委会|局|政府|公司)(?![会办])";
/** After what is said of the office itself. */
const SAID = `(?<=${STANCE}[^\\n]*[\\s,，。;；、日号\\u{e000}])(?!\\S{0,3}${STANCE})`;
const NO_STANCE_BEHIND = "(?![\\s:：,，]*(?:不?同意|属实|支持|反对|[没无]))";
const STAMP =
  "(?:加?盖(?:的|了|好了?|过)?(?:公|印)?章(?:的|了)?|(?:公|印)?章(?:都|也)?(?:已经?)?加?盖(?:了|好了?|上了?)?)";
const END = "(?=$|[\\s,，。;；、)）\\d\\u{e000}])";
const DAY =
  "(?:\\d{4}\\s*[年./-]\\s*)?(?:\\d{1,2}\\s*[月./-]\\s*\\d{1,2}[日号]?|[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}[日号])";
const PERSON = `(?!\\S{0,3}${STANCE}|谢谢)(?<name>(?:(?![章了的啊吧呢吗哈])\\p{Script=Han}){2,3})`;

/** （东旺社区 何建平 8月23日）: who signed, for which office, and when. */
const SIGNED_BESIDE =
  /[（(]\s*(?:\p{Script=Han}{2,14}(?:社区|村|街道|镇|乡|居委会|村委会|办事处|局|委员会|业委会|自管组织|公司)[\s，,、]+)?(?<name>\p{Script=Han}{2,4})(?:[\s，,、]+|(?=\d))(?<day>(?:\d{4}\s*[年./-]\s*)?\d{1,2}\s*[月./-]\s*\d{1,2}\s*[日号]?)\s*[)）]/gu;

const SEALS: readonly RegExp[] = [
  // 东盛社区居委会盖的章
  new RegExp(`${SAID}(?<name>${UNIT})\\s*(?:都|也)?已?${STAMP}${NO_STANCE_BEHIND}`, "gu"),
  /(?:盖章单位|盖章|公章)(?:的?(?:为|是)?[:：\s]*|[（(](?=[^（()）]{4,}[)）]))(?<name>(?!了|的|好)\p{Script=Han}[^\s,，。;；（()）\u{e000}]+(?:[（(][^（()）]*[)）])?)/gu,
  // 同意推荐（曹娥街道办事处）
  /[（(]\s*(?<name>\p{Script=Han}{2,14}(?:社区|居委会|村委会|办事处|委员会|业委会|局|镇政府|乡政府|公司))\s*(?:盖?章|已盖章|公章)?\s*[)）]/gu,
  // 同意 2023.8.20 江扬社区（盖章）: behind what is said.
  /(?<=(?:同意|属实|推荐|申报|支持|异议)[^\n]*[\s,，。;；、日号]|[\s:：](?:同意|属实|推荐|申报|支持|异议))(?<name>\p{Script=Han}{2,14}(?:社区|居委会|村委会|街道|办事处|委员会|业委会|局|政府|公司))\s*[（(]\s*(?:盖章|公章|章)\s*[)）](?![\s:：,，]*(?:不?同意|属实|支持|反对|[没无]))/gu,
  // 同意推荐。江滨社区居委会 2023.8.25: as it stands at the foot of a page.
  new RegExp(
    `(?<=${STANCE}[^\\n]*[\\s,，。;；])(?!(?:属地)?(?:社区居委会|街道办事处)|\\S{0,3}${STANCE})(?<name>${UNIT})(?=\\s*${DAY}\\s*(?:$|\\n))`,
    "gu",
  ),
  // 8月23日 曹娥街道办事处 张敏
  new RegExp(
    `(?<=[日号\\d][\\s,，]+)(?!\\S{0,3}${STANCE})(?<name>${UNIT})(?=[\\s,，]+(?!\\S{0,3}${STANCE})\\p{Script=Han}{2,3}\\s*(?:$|\\n))`,
    "gu",
  ),
];

const SIGNERS: readonly RegExp[] = [
  // 签署人王国平, 签字：王国平, 签字的是王国平
  /签(?:署|字|章|名)(?:人(?:为|是)?[:：\s]*|的(?:人)?是\s*|[:：]\s*)(?<name>(?:(?!盖章|公章|日期|时间|联系|电话|\d|[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}[日号])[^\s,，。;；（()）\u{e000}])+)/gu,
  // 陈志强签的, 主任何志强签字并盖章, as people say it.
  new RegExp(
    `(?<=^|[\\s,，。;；、日号\\u{e000}]|同意|推荐|属实)是?(?:主任|书记|负责人|局长)?(?<name>(?!主任|书记|领导|本人|负责|他|她|谁)\\p{Script=Han}{2,4})签的?(?:字|名)?(?:的|了)?(?:[，,]?(?:并|和|也|已|都)*${STAMP})?${END}`,
    "gu",
  ),
];

/** 盖的章, 盖了章了, （盖章）, 章也盖了: the day is that of the seal. */
const STAMPED = new RegExp(
  `[\\s,，、]*(?<=^|[\\s,，、。;；日号)）(（\\u{e000}])[（(]?[嗯呃哦]*(?:都|也)?(?:已经?|是)?${STAMP}${END}[)）]?`,
  "gu",
);
/** 八月二十号签的: the day is that of the signature. */
const SIGNED_ON = /(?<=[日号])\s*签(?:的|字|署)+(?:的|了)?/gu;

/** 同意申报，徐水根，8月24日, 8月24日 徐水根: only who is called as persons are. */
const SIGNED_NEAR: readonly RegExp[] = [
  new RegExp(`(?<=[，,、\\s。)）\\u{e000}])${PERSON}(?=[，,、\\s]+${DAY}\\s*(?:$|[，,。;；\\n]))`, "gu"),
  new RegExp(`(?<=(?:[日号]|\\d|\\u{e000})[，,、\\s]+)${PERSON}(?=\\s*(?:$|[，,。;；\\n\\u{e000}]))`, "gu"),
];

/** What is left of a stamp or of a signature: by whom is not read. */
export const STAMP_LEFT =
  /[没未]有?盖|章[都也还]*[没未]|(?:盖(?:的|了|好|过)?(?:公|印)?章|章[都也]?已?盖了?|签(?:字|名))(?:了|的)?(?=$|[\s,，。;；])/u;

/** 张 敏, alone between signs: a name of two, spaced as on paper. */
const SPACED_NAME =
  /(?<=[\t,，;；:：、)）。]\s*|\n|(?:日|号|人|办事处|委员会|居委会|局)[ \u3000])(\p{Script=Han})[ \u3000]+(\p{Script=Han})(?=\s*(?:$|[\t\n,，。;；、（(]|\s\d))/gmu;
export const closedNames = (text: string): string =>
  text.replaceAll(SPACED_NAME, (found, first: string, last: string) =>
    beginsAsName(first + last) ? first + last : found,
  );

/** `at`: where it stands. */
export interface Named {
  at: number;
  name: string;
}

/** Takes out who sealed and who signed, leaving every other sign where it stands. */
export function withoutNames(text: string): { plain: string; seals: Named[]; signers: Named[] } {
  const seals: Named[] = [];
  const signers: Named[] = [];
  const blank = (found: string) => TAKEN.repeat(found.length);
  const take = (
    left: string,
    { sign, into, isOne }: { sign: RegExp; into?: Named[]; isOne?: (name: string) => boolean },
  ) =>
    [...left.matchAll(sign)].reduce((rest, { 0: found, index, groups }) => {
      const name = groups?.name ?? "";
      if (isOne?.(name) === false) return rest;
      into?.push({ at: index, name });
      return rest.slice(0, index) + blank(found) + rest.slice(index + found.length);
    }, left);
  let plain = text.replaceAll(SIGNED_BESIDE, (found, name: string, day: string, at: number) => {
    if (!beginsAsName(name)) return found;
    signers.push({ at, name });
    const before = found.indexOf(day);
    return blank(found.slice(0, before)) + day + blank(found.slice(before + day.length));
  });
  for (const sign of SEALS) plain = take(plain, { sign, into: seals });
  for (const sign of SIGNERS) plain = take(plain, { sign, into: signers });
  for (const sign of [STAMPED, SIGNED_ON]) plain = take(plain, { sign });
  for (const sign of SIGNED_NEAR) plain = take(plain, { sign, into: signers, isOne: beginsAsName });
  return { plain, seals, signers };
}

export const nameWithin = <Key extends string>(names: readonly Named[], key: Key, from: number, to: number) => {
  const found = names.find(({ at }) => at >= from && at < to);
  return found ? ({ [key]: found.name } as Record<Key, string>) : {};
};
