import { readWhole } from "../../../platform/conversation/numerals.ts";
import { plainAnswer } from "../../../platform/conversation/plain.ts";
import { listSheetRows, listWorkbookPhrases as phrases } from "./phrases.ts";
import type { WrittenPlace } from "./read.ts";

/** What is wrong with a row, and in which column; without a name it is the whole sheet's. */
export interface PlaceDefect {
  name: string | undefined;
  of: "place" | "reason" | "unmet";
  sentence: string;
}

const EXTRA: readonly string[] = Object.values(listSheetRows);

/** Rows of cases, without those below them. */
export const caseRows = (rows: readonly WrittenPlace[]): WrittenPlace[] =>
  rows.filter(({ name }) => !EXTRA.includes(name) && !/^[^:：]{1,8}[:：]/u.test(name));

/**
 * The order that the sheet says, as names; places are whole numbers from 1 without gaps.
 * @param names of the cases that can be recommended
 */
export function orderIn(
  rows: readonly WrittenPlace[],
  { names, noun }: { names: readonly string[]; noun: string },
): { order: string[]; defects: PlaceDefect[] } {
  const defects: PlaceDefect[] = [];
  const say = (name: string | undefined, sentence: string) => void defects.push({ name, of: "place", sentence });
  const placed: { name: string; place: number }[] = [];
  const seen = new Set<string>();
  for (const { name, place } of caseRows(rows)) {
    const own = names.find((one) => plainAnswer(one) === plainAnswer(name));
    if (seen.has(own ?? name)) say(name, phrases.problems.twiceRow(name));
    seen.add(own ?? name);
    if (place === "") continue;
    const number = readWhole(plainAnswer(place).replace(/^第(.+?)[个名位]?$/u, "$1"));
    if (own === undefined) say(name, phrases.problems.noCase(name, noun));
    else if (number === undefined || number < 1) say(name, phrases.problems.notPlace(name, place));
    else placed.push({ name: own, place: number });
  }
  const sorted = placed.toSorted((one, other) => one.place - other.place);
  for (const [place, ones] of Map.groupBy(sorted, (one) => one.place)) {
    const same = ones.map(({ name }) => name);
    if (same.length > 1) for (const name of same) say(name, phrases.problems.twicePlace(place, same));
  }
  const gap = sorted.findIndex(({ place }, at) => place !== at + 1);
  if (defects.length === 0 && gap >= 0) say(sorted[gap]?.name, phrases.problems.gap(gap + 1));
  return { order: sorted.map(({ name }) => name), defects };
}
