import type { Question } from "../field.ts";
import { isUnlikeField } from "./unlike-field.ts";

const OF_NAME = /(?:名称|单位|街道|社区|地址|主任|书记|负责人|姓名)$/u;
const OF_PLACE = /地址$/u;
const OF_PERSON = /(?:主任|书记|负责人|姓名)$/u;
/** Function words, which names and addresses practically never have; where one has, it is left out: 求是, 成就, 我家. */
const WORDS = [
  "(?<=社区|街道)是|(?<=公司)(?:物管|业委|居委)会?$|[嗯呃啊哦噢嘛呀吗它]|呢(?!绒)|(?<=[区司会部局道园苑府城号])吧(?!街)|(?<!美)的(?![士卢确家房小花城园])|(?<=\\S{2})了(?![然凡])",
  "(?<=[名位部址记任话型称就])是|(?<![成迁造])就(?![业诊近])|叫|这[个里边样]|(?<!迷)[你您]|(?<![自爱])我(?!家|爱)|没(?!食)",
  "^那(?=个|就|边|么|小区|支部|单位|名|地址|街道|社区)|^(?:前面|后面|开头|末尾)|删[掉除]?|改(?=[为成\\d])|^改(?![造建革良])",
  "其[他它余](?=[的都同也没无为照一]|$)|同[上前名]|(?:另|再)[说报补填]|不[要变改对]|跳过|先[空报填写]|空着|照旧|应该|其实|大概|好像|记[住不]|忘|知道",
  "谢谢|麻烦|刚[才刚]|的话|还是|对了|(?:社区|物业|业委会|街道|单位|公司)来?[报填]$",
];
/** Figures that no name has: 物业费三块五. */
const MONEY = "(?:物业|管理)费|[\\d一二两三四五六七八九十][块元](?![路街])";
const BUILT = "建成|(?:\\d{4}|[零〇一二两三四五六七八九十百千]{4,})年|交付";
const SAID = new RegExp(`${WORDS.join("|")}|${MONEY}`, "u");
const SAID_OF_PLACE = new RegExp(`${WORDS.join("|")}|${BUILT}`, "u");
const BREAK = /(?<=\p{Script=Han})[\s，,；;。]+(?=\p{Script=Han})|(?<=[\d号栋幢楼室])[，,；;。\s]+(?=\p{Script=Han})/u;
const BREAKS = new RegExp(BREAK.source, "gu");
/** Behind a blank: 一期, A区, 分公司, 第二党支部; of an address 3栋, 东区. */
const GOES_ON =
  /^[（(]|^(?:[一二三四五六七八九十\dA-Z东南西北]{1,3}(?:期|区|组团|苑)|\S{0,8}(?:分公司|支部|委员会|居委会|办事处|社区))$/u;
/** 锦绣 花园（一期）, 锦 绣 花 园: of one name, with blanks. */
const OF_SAME_NAME = /^(?:\p{Script=Han}|(?:花园|家园|花苑|小区|公寓|新村|山庄|人家|大厦|广场)(?:[（(].*)?)$/u;
const PART_OF_PLACE = /[省市区县镇乡村路街巷弄道号幢栋楼室层里园苑府城旁侧边内口处厦场]$|[）)]$/u;
/** What begins so is of another field. */
const OTHER_FIELD =
  /^(?:小?区?名称?|单位|类型|地址|负责人|主任|书记|电话|手机|街道|社区书记|物业|支部|审批|项目|形式|备注|材料)(?=\S)/u;
const WITH_NUMBER = /[路街道巷弄]\S{0,8}[\d一二三四五六七八九十]+号/u;
/** What takes something back: of it, what stands before is not meant. */
const TURNS = /改[为成\d]|不[要对]|不是|删|没|还是|或者|前面|后面|那[个]|这个/u;

const signOf = (label: string): RegExp => (OF_PLACE.test(label) ? SAID_OF_PLACE : SAID);

const pieces = (text: string): string[] => text.split(BREAKS).filter((piece) => piece !== "");

function isApart(label: string, text: string): boolean {
  const [, ...more] = pieces(text);
  if (more.length === 0) return false;
  if (OF_PERSON.test(label)) return true;
  const goesOn = (piece: string): boolean => GOES_ON.test(piece) || OF_SAME_NAME.test(piece);
  return !more.every((piece) => (OF_PLACE.test(label) ? PART_OF_PLACE.test(piece) : goesOn(piece)));
}

/** Holds something that no name and no address has. */
const holdsOther = (label: string, text: string): boolean =>
  (!OF_PERSON.test(label) && signOf(label).test(text)) || isApart(label, text);

/** 小区名, 支部, 单位: how people call what the field asks for. */
function nounsOf(label: string): string {
  const bare = label.replace(/名称$/u, "");
  const ends = [label, bare, bare.slice(-2), label.slice(-2)];
  return [...new Set(ends)].toSorted((a, b) => b.length - a.length).join("|");
}

/** What is left of it that looks like a name, where that is one; undefined otherwise. */
function cleanedName(label: string, value: string): string | undefined {
  const nouns = nounsOf(label);
  const called = new RegExp(`^.*(?:${nouns})(?:名[字称]?)?(?:的话|呢|嘛)?(?:就?叫做?|就?是|就|为)(?=\\S{2})`, "su");
  const led = new RegExp(
    `^(?:[嗯哦啊那这就]|是|叫|写|填|报|改[为成回]?|(?:${nouns})(?:名[字称]?)?(?=\\S{3}))+(?=\\S{2})`,
    "u",
  );
  const rest = called.test(value) ? value.replace(called, "") : value.replace(led, "");
  const [head = "", ...others] = pieces(rest);
  const at = head.search(signOf(label));
  const tail = at < 0 ? "" : head.slice(at);
  const name = (at < 0 ? head : head.slice(0, at)).trim();
  const isOther = (piece: string): boolean =>
    holdsOther(label, piece) || OTHER_FIELD.test(piece) || (!OF_PLACE.test(label) && WITH_NUMBER.test(piece));
  if (TURNS.test(tail) || !others.every((piece) => isOther(piece) && !TURNS.test(piece))) return undefined;
  const isName = /\p{Script=Han}{2}/u.test(name) && !holdsOther(label, name) && !isUnlikeField(label, name);
  return isName && name !== value ? name : undefined;
}

/**
 * Of a short text that is to be recorded: whether it is no name or address throughout, as it holds words of a sentence, a
 * stop, or the year of an address. `cleaned`: what is left that looks like one, where that is one.
 */
export function notLikeName(label: string, value: string): { cleaned: string | undefined } | undefined {
  if (!OF_NAME.test(label) || !holdsOther(label, value)) return undefined;
  return { cleaned: cleanedName(label, value) };
}

/** Of readings those that look like names, or what of them does; of an address no bare number beside the whole. */
export const likeNames = ({ kind, label }: Pick<Question, "kind" | "label">, readings: readonly string[]): string[] => {
  const names = readings.flatMap((one) => {
    const other = kind === "text" ? notLikeName(label, one) : undefined;
    return other ? (other.cleaned ?? []) : one;
  });
  const isPart = (one: string): boolean =>
    OF_PLACE.test(label) && BARE_NUMBER.test(one) && names.some((name) => name !== one && name.endsWith(one));
  return [...new Set(names.filter((one) => !isPart(one)))];
};
const BARE_NUMBER = /^[\d零〇一二两三四五六七八九十百]+号$/u;

/** 地址里不要年份地址改成…: what the field is to be, at the end of more; undefined where that is no name. */
export function namedLast(label: string, said: string): string | undefined {
  const changed = new RegExp(`^.+(?:${nounsOf(label)})(?:名[字称]?)?(?:改[为成]|更正为|应为)(\\S{2,})$`, "su");
  const value = changed.exec(said.trim())?.[1];
  return value === undefined || !OF_NAME.test(label) || holdsOther(label, value) || isUnlikeField(label, value)
    ? undefined
    : value;
}

/** 翠湖花苑吧在陶朱街道 at 小区名称: the name before the place where it is. */
export function placedName(label: string, said: string): string | undefined {
  const [, name, place = ""] =
    /^(\S{2,12}?)[吧呢嘛啊]?[，,\s]*(?:就?在|位于|坐落[在于]?)(\S{2,30})$/u.exec(said.trim()) ?? [];
  const isName = name !== undefined && /名称$/u.test(label) && !holdsOther(label, name) && !OTHER_FIELD.test(name);
  return isName && PART_OF_PLACE.test(place.replace(/[吧呢嘛啊的]+$/u, "").replace(/街道$/u, "镇")) ? name : undefined;
}
