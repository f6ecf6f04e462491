import { readWhole } from "./numerals.ts";
import { orderPhrases } from "./phrases.ts";
import { plainAnswer } from "./plain.ts";

export type OrderLine =
  /** Zero-based indexes into the list, in the order typed. */
  { ok: true; places: readonly number[] } | { ok: false; retry: string };

const SEPARATORS = /[\s,;:、。./|>\-－–—~～]+/;
/** 1-3, 1至3: ascending, and no link of a chain such as 2-1-3. */
const SPAN =
  /(?<!\d)(?<![-－–—~～至到]\s*)(?<first>\d{1,3})\s*(?:[-－–—~～至到]|——)\s*(?<last>\d{1,3})(?!\d)(?!\s*[-－–—~～至到])/gu;

/** Parses `2 1 3` as a permutation of `count` items. Chinese numerals, `213` and `1-3` are accepted as well. */
export function readOrder(typed: string, count: number): OrderLine {
  const read = readPlaces(typed, count);
  if (!read.ok) return read;
  const missing = range(count).filter((place) => !read.places.includes(place));
  return missing.length === 0 ? read : { ok: false, retry: orderPhrases.missing(count, missing.map(numberOf)) };
}

/** Parses `2 5` as a selection among `count` items, in the order typed. @param limits how many may be selected */
export function readSelection(typed: string, count: number, limits: { min?: number; max?: number } = {}): OrderLine {
  const { min = 1, max = count } = limits;
  const read = readPlaces(typed, count);
  if (!read.ok) return read;
  const taken = read.places.length;
  return taken < min || taken > max ? { ok: false, retry: orderPhrases.amount(taken, min, max) } : read;
}

const numberOf = (place: number): number => place + 1;
const range = (count: number): number[] => Array.from({ length: count }, (_, place) => place);

function readPlaces(typed: string, count: number): OrderLine {
  const written = writeOut(plainAnswer(typed));
  if (!written.ok) return written;
  const tokens = written.text.split(SEPARATORS).filter((token) => token !== "");
  const numbers = spread(tokens, count).map(readWhole);
  const places: number[] = [];
  for (const [at, number] of numbers.entries()) {
    if (number === undefined) return { ok: false, retry: orderPhrases.notNumber(tokens[at] ?? typed, count) };
    if (number < 1 || number > count) return { ok: false, retry: orderPhrases.outOfRange(number, count) };
    if (places.includes(number - 1)) return { ok: false, retry: orderPhrases.duplicate(number) };
    places.push(number - 1);
  }
  return places.length > 0 ? { ok: true, places } : { ok: false, retry: orderPhrases.empty(count) };
}

/** Writes spans out: 1-3 as 1 2 3. A span that runs down has two readings and is asked about. */
function writeOut(text: string): { ok: true; text: string } | { ok: false; retry: string } {
  const spans = [...text.matchAll(SPAN)].map(({ groups = {} }) => [Number(groups.first), Number(groups.last)] as const);
  const down = spans.find(([first, last]) => first > last + 1);
  if (down) return { ok: false, retry: orderPhrases.runsDown(...down) };
  return {
    ok: true,
    text: text.replaceAll(SPAN, (_, first: string, last: string) => ` ${spanned(Number(first), Number(last))} `),
  };
}

const spanned = (first: number, last: number): string =>
  first > last ? `${first} ${last}` : Array.from({ length: last - first + 1 }, (_, at) => String(first + at)).join(" ");

/** With fewer than ten items, `213` is 2 1 3. */
function spread(tokens: readonly string[], count: number): string[] {
  const [only = "", ...more] = tokens;
  const together = more.length === 0 && only.length > 1 && count < 10;
  return together && /^(?:\d+|[一二三四五六七八九]+)$/.test(only) ? [...only] : [...tokens];
}
