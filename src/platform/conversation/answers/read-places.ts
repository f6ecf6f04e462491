import { readWhole } from "../numerals.ts";
import { plainAnswer } from "../plain.ts";
import { simplified } from "../simplified.ts";
import { type Reading, refused } from "./reading.ts";

const NUMBER =
  "第?\\s*(?:\\d{1,3}|[〇零一二三四五六七八九十]{1,3})(?:\\s*[项号位名条](?=$|[^\\p{L}\\d]|[和及与至到]))?";
const TO = "\\s*[-－‐‑‒–—―−~～至到]+\\s*";
const AND = "\\s*(?:[,、;/和及与]|(?<=\\d)\\.(?!\\d))\\s*";
const ITEM = `${NUMBER}(?:${TO}${NUMBER})*`;
const WHOLE = new RegExp(`^${ITEM}(?:(?:${AND}|\\s+)${ITEM})*$`, "u");
const LEADING = new RegExp(`^(?<list>${ITEM}(?:${AND}${ITEM})*)(?<gap>[\\s:：,，、;；。.]*)(?<rest>.*)$`, "su");
const SPLIT = new RegExp(`${AND}|\\s+(?![-－‐‑‒–—―−~～至到])(?<![-－‐‑‒–—―−~～至到]\\s+)`, "u");
/** What a number counts when it stands right before it: 2年, 1号楼, 95%. */
const COUNTED = /^[年月日号楼幢栋座层单元室户人名个件次项处条米元万千百亿度期级%％‰㎡℃.．点分位家场天周岁余多]/u;

const numberIn = (text: string): number | undefined => readWhole(text.replaceAll(/[第项号位名条\s]/g, ""));

/** Numbers of one item: 3, 1至3; several readings where it goes down. */
function numbersOf(item: string): number[][] | undefined {
  const ends = item.split(new RegExp(TO, "u")).map(numberIn);
  const [first, last, ...more] = ends;
  if (first === undefined || ends.some((end) => end === undefined)) return undefined;
  // 2-1-3 is an order, no range.
  if (last === undefined || more.length > 0) return [ends.filter((end) => end !== undefined)];
  const spread = Array.from({ length: Math.min(Math.abs(last - first), 999) + 1 }, (_, at) =>
    last >= first ? first + at : first - at,
  );
  return last >= first || spread.length === 2 ? [spread] : [spread, [first, last]];
}

/**
 * Reads a list of numbers that is the whole text: `1-3` and 1至3 are 1, 2, 3; also `1、3`, `1 3`, ①③, 第1项和第3项. A range
 * that goes down is asked about.
 */
export function readPlaces(typed: string): Reading<readonly number[]> {
  const text = simplified(plainAnswer(typed.replaceAll(/[①-⑳]/g, (sign) => ` ${sign} `)));
  if (!WHOLE.test(text)) return refused;
  const items = text.split(SPLIT).filter((item) => item !== "");
  const read = items.map(numbersOf);
  if (read.some((one) => one === undefined)) return refused;
  const several = read.filter((one) => one !== undefined);
  const first = several.flatMap(([numbers = []]) => numbers);
  if (several.every(({ length }) => length === 1))
    return { kind: "read", value: first, spans: [{ from: 0, to: text.length }] };
  const second = several.flatMap((one) => one.at(-1) ?? []);
  return { kind: "askBack", readings: [first, second].map((numbers) => numbers.join(" ")) };
}

export interface PlacedText {
  numbers: readonly number[];
  /** What is said of them, as typed. */
  text: string;
}

/**
 * Reads the numbers at the start of a text: `8-9 2年无事故` is 8 and 9 with 2年无事故. Only 、 and the like join numbers, a
 * blank does not; a number that counts something belongs to the text. Asked back, each reading is `1、3：…`.
 */
export function readPlacedText(typed: string): Reading<PlacedText> {
  const found = LEADING.exec(typed.trim().replaceAll(/[０-９，；：～]/gu, (sign) => sign.normalize("NFKC")));
  const { list = "", gap = "", rest = "" } = found?.groups ?? {};
  const places = readPlaces(list);
  if (places.kind !== "read" || rest === "") return refused;
  const parts = list.split(new RegExp(AND, "u"));
  const last = parts.at(-1) ?? "";
  const without = list.slice(0, list.length - last.length).replace(/[\s,、;/和及与.]+$/u, "");
  const shorter = readPlaces(without);
  const joined = parts.length > 1 && shorter.kind === "read" && gap === "";
  const asOne = new RegExp(TO, "u").test(last);
  if (gap === "" && COUNTED.test(rest)) {
    if (!joined || asOne) return refused;
    return placed(shorter.value, `${last}${rest}`, typed);
  }
  if (joined && !asOne)
    return { kind: "askBack", readings: [shown(places.value, rest), shown(shorter.value, `${last}${rest}`)] };
  const next = /^(\d{1,3})(?:[\s:：]+)(.+)$/su.exec(rest);
  if (/^\s+$/.test(gap) && next)
    return {
      kind: "askBack",
      readings: [shown([...places.value, Number(next[1])], next[2] ?? ""), shown(places.value, rest)],
    };
  return placed(places.value, rest, typed);
}

const shown = (numbers: readonly number[], text: string): string => `${numbers.join("、")}：${text}`;

const placed = (numbers: readonly number[], text: string, typed: string): Reading<PlacedText> => ({
  kind: "read",
  value: { numbers, text },
  spans: [{ from: 0, to: typed.length }],
});
