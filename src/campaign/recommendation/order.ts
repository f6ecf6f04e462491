import { isDeepStrictEqual } from "node:util";
import { readWhole } from "../../platform/conversation/numerals.ts";
import { plainAnswer } from "../../platform/conversation/plain.ts";
import { simplified } from "../../platform/conversation/simplified.ts";
import { withoutFillers } from "../../platform/conversation/spoken.ts";
import { countedLines, placedNames } from "./counted-order.ts";
import { readNamedOrder } from "./order-by-name.ts";
import { readOrderRows } from "./order-rows.ts";
import { readOrderWords } from "./order-words.ts";
import { goesOnIn, withWholeNames } from "./short-name.ts";

/** What was said to the question for the order. A message is read whole or not at all. */
export type OrderRead =
  /** Zero-based places in the list of candidates. */
  | { kind: "places"; places: readonly number[]; reasons?: ReadonlyMap<number, string> }
  /** 都推荐: which, but not in which order. */
  | { kind: "which"; places: readonly number[] }
  /** 先甲再乙，不对先乙: as it may be meant, for 甲 was not said again. */
  | { kind: "turned"; places: readonly number[] }
  /** 无推荐 */
  | { kind: "none" }
  /** 无: nobody, or nothing to say. */
  | { kind: "maybeNone"; said: string }
  /** Numbers beside names that do not agree. */
  | { kind: "unclear" }
  | { kind: "unread"; part: string }
  /** Of a table: none of the candidates is called so. */
  | { kind: "unknown"; part: string }
  | { kind: "outOfRange"; number: number }
  | { kind: "twice"; number: number };

const MAYBE_NONE = ["无", "没", "没有", "暂无", "没了"];
const NONE_WORDS = ["0", "零", "不推荐", "无推荐", "都不推荐", "均不推荐", "一个都不推荐", "一个也不推荐"];
const DIGITS = String.raw`\d零〇一二两三四五六七八九十百`;
const COUNTERS = "个号位名项户";
/** 和 separates numbers only: names contain it. */
const SEPARATORS = new RegExp(
  String.raw`[\s,;:、。./|>]+|(?<=[${DIGITS}${COUNTERS}])[和与及](?=[第${DIGITS}])|然后|其次`,
  "u",
);
const RANGE_SIGNS = new RegExp(String.raw`(?<=[${DIGITS}${COUNTERS}])\s*(?:[-—–~〜]+|至|到)\s*(?=[第${DIGITS}])`, "gu");
const NUMBER = String.raw`第?(\d+|[零〇一二两三四五六七八九十百]+)[${COUNTERS}]?`;
const ONE = new RegExp(`^${NUMBER}$`, "u");
const RANGE = new RegExp(`^${NUMBER}-${NUMBER}$`, "u");
const TOGETHER = /^(?:[1-9]{2,}|[一二三四五六七八九]{2,})$/;

/**
 * Reads an order: `2 1`, `1、3`, `1-3`, `1至3`, `第2个`, names of candidates, also in words; with fewer than ten candidates
 * `213` is 2 1 3.
 * @param names of the candidates, in their order
 */
export function readOrder(typed: string, names: readonly string[]): OrderRead {
  const read = readWritten(typed, names);
  if (read.kind !== "unread" || simplified(typed) === typed) return read;
  // 錦繡第一: compared only, so a text with reasons, which are kept as they were typed, is not read so.
  const alike = readWritten(simplified(typed), names.map(simplified));
  return alike.kind === "unread" || ("reasons" in alike && alike.reasons) ? read : alike;
}

function readWritten(typed: string, names: readonly string[]): OrderRead {
  const placed = placedNames(typed.replace(HEAD, ""), names);
  if (placed) return { kind: placed.isPlain ? "places" : "turned", places: placed.places };
  const said = withWholeNames(countedLines(asWritten(typed), names), names).replace(AT_HEAD, "");
  const turns = said.split(TURN).filter((one) => one.trim() !== "");
  const [before, last] = turns.slice(-2).map((one) => readSaid(one.trim(), names));
  if (before?.kind !== "places" || last?.kind !== "places") return readSaid(said, names);
  const left = before.places.filter((place) => !last.places.includes(place));
  const [only, second] = last.places;
  // 甲 乙不对丙: the one said last was meant to be 丙.
  if (only !== undefined && second === undefined && before.places.length > 1 && !before.places.includes(only))
    return { kind: "turned", places: [...before.places.slice(0, -1), only] };
  const isLess = left.length > 0 && last.places.length < before.places.length;
  return isLess ? { kind: "turned", places: [...last.places, ...left] } : last;
}

/** 二一，不对，一二 */
const TURN = /[，,。\s]*[嗯呃哦啊]*(?:说错了|不对|错了)[,，\s]*(?:应该是)?/u;
/** 不对 只要前两个 */
const AT_HEAD = /^(?:不对|错了|说错了)[，,。\s]+(?=\S)/u;

/** 推荐名单（经局党组会研究）：, 次序调一下，, 次序更正为：, 更正次序： */
const HEAD =
  /^\s*(?:更正|调整|变更|修改)?(?:推荐)?(?:名单|次序|顺序|排序)(?:[（(][^()（）\n]*[)）])?(?:(?:(?:更正|变更|修改|更?改|调整?)(?:一下|为|成)*|应该?[是为]|如下)?\s*[:：，,]|(?:更正|变更|修改|更?改|调整?)[为成]|应该?[是为])\s*(?=\S)/u;
/** 先二后一 */
const IN_TURN = new RegExp(
  `^\\s*先(?:放|排|推|报|是)*第?[${DIGITS}]+[${COUNTERS}]?(?:[，,、\\s]*(?:再|然后|最后|接着|后)(?:放|排|推|报|是)*第?[${DIGITS}]+[${COUNTERS}]?)+[吧了。]*$`,
  "u",
);
/** （一）江南: the number of a line. */
const IN_BRACKETS = /(?:^|[\s；;，,。]+)[（(]([一二三四五六七八九十]{1,2})[)）]\s*(?=\p{Script=Han})/gu;
/** 嗯二一, 幺二, ①江南: in the signs of a written order. */
const asWritten = (typed: string): string =>
  withoutFillers(typed)
    .replace(HEAD, "")
    .replaceAll(/幺(?=[\s、，,一二三四五六七八九十]|$)|(?<=[一二三四五六七八九十])幺/gu, "一")
    .replaceAll(
      /\s*([①-⑳])\s*(?=\p{Script=Han})/gu,
      (_, sign: string, at: number) => `${at === 0 ? "" : "\n"}${sign.normalize("NFKC")}. `,
    )
    .replaceAll(
      IN_BRACKETS,
      (_, number: string, at: number) => `${at === 0 ? "" : "\n"}${readWhole(number) ?? number}. `,
    )
    .replace(IN_TURN, (whole) => whole.replaceAll(/然后|最后|接着|[先再后放排推报是吧了。]/gu, " ").trim())
    .replaceAll(/[①-⑳]/gu, (sign) => ` ${sign.normalize("NFKC")} `);

function readSaid(typed: string, names: readonly string[]): OrderRead {
  const plain = plainAnswer(typed);
  const word = plain.replaceAll(" ", "");
  if (NONE_WORDS.includes(word)) return { kind: "none" };
  if (MAYBE_NONE.includes(word)) return { kind: "maybeNone", said: word };
  const byNumbers = readNumbers(plain, { typed, names });
  if (byNumbers.kind === "places") return besideNames(byNumbers, typed, names);
  const rows = readOrderRows(typed, names);
  // 锦苑 江南: a name behind another is no reason of it.
  const isNames = [...(rows?.reasons.values() ?? [])].some(
    (one) => (readNamedOrder(one, names)?.kind ?? "unread") !== "unread" || goesOnIn(one, names),
  );
  if (rows && !isNames) {
    const reasons = rows.reasons.size === 0 ? {} : { reasons: rows.reasons };
    return rows.order.kind === "places" ? { ...rows.order, ...reasons } : rows.order;
  }
  const said = readOrderWords(typed, names);
  if (said.kind !== "order") return said;
  // Names and numbers of the list side by side are read as they stand.
  const readings = [
    readNumbers(plainAnswer(said.text), { typed: said.text, names }),
    said.not || said.count !== undefined ? undefined : readNamedOrder(typed, names),
    readNamedOrder(said.text, names),
  ].filter((one) => one !== undefined);
  const found = readings.find(({ kind }) => kind === "places");
  // 一二三都推荐丙不推: who is left out is in it.
  const { not = [], count } = said;
  if (found?.kind === "places" && count !== undefined && found.places.length !== count) return { kind: "unclear" };
  if (found?.kind === "places" && found.places.some((place) => not.includes(place))) return { kind: "unclear" };
  return found ?? readings[1] ?? byNumbers;
}

const NUMBERED = /^\s*\d{1,2}\s*[.．)）]\s*(?!\d)/u;

/** 1. 和畅苑 numbers the line; 1、和畅苑 may be two of them, or one. */
function besideNames(numbers: OrderRead, typed: string, names: readonly string[]): OrderRead {
  const named = readNamedOrder(typed, names);
  if (named?.kind !== "places" || isDeepStrictEqual(named, numbers)) return numbers;
  const isList = typed.split("\n").every((line) => NUMBERED.test(line) || line.trim() === "");
  return isList ? named : { kind: "unclear" };
}

function readNumbers(plain: string, { typed, names }: { typed: string; names: readonly string[] }): OrderRead {
  const numbers: number[] = [];
  for (const part of partsOf(plain, names)) {
    const read = numbersIn(part, names);
    if (read === undefined) return { kind: "unread", part };
    numbers.push(...read);
  }
  const outside = numbers.find((number) => number < 1 || number > names.length);
  if (outside !== undefined) return { kind: "outOfRange", number: outside };
  const twice = numbers.find((number, at) => numbers.indexOf(number) !== at);
  if (twice !== undefined) return { kind: "twice", number: twice };
  if (numbers.length === 0) return { kind: "unread", part: typed.trim() };
  return { kind: "places", places: numbers.map((number) => number - 1) };
}

function partsOf(plain: string, names: readonly string[]): string[] {
  const parts = plain
    .replaceAll(RANGE_SIGNS, "-")
    .split(SEPARATORS)
    .filter((part) => part !== "");
  const [only = "", ...more] = parts;
  return more.length === 0 && names.length < 10 && TOGETHER.test(only) ? [...only] : parts;
}

/** Most numbers of one range, so that a slip is refused and not counted out. */
const MOST = 1000;

function numbersIn(part: string, names: readonly string[]): number[] | undefined {
  const named = names.flatMap((name, at) => (plainAnswer(name) === part ? [at + 1] : []));
  if (named.length === 1) return named;
  const [, one] = ONE.exec(part) ?? [];
  const number = one === undefined ? undefined : readWhole(one);
  if (number !== undefined) return [number];
  const [, from = "", to = ""] = RANGE.exec(part) ?? [];
  const [first, last] = [readWhole(from), readWhole(to)];
  if (first === undefined || last === undefined || Math.abs(last - first) > MOST) return undefined;
  const step = first <= last ? 1 : -1;
  return Array.from({ length: Math.abs(last - first) + 1 }, (_, at) => first + at * step);
}
