import { plainName } from "../../application/find-application.ts";
import { type Criterion, criteriaOf, type Rubric } from "../../scoring/rubric.ts";

/** Points of two compounds in one row, in hundredths; undefined: none. */
export interface RowBeside {
  row: Criterion;
  points: readonly [number | undefined, number | undefined];
}

/** Rows with different points, in the plan's order, and how many are the same. */
export function rowsBeside(
  rubric: Rubric,
  one: ReadonlyMap<string, number>,
  other: ReadonlyMap<string, number>,
): { apart: readonly RowBeside[]; same: number } {
  const all = criteriaOf(rubric).map((row): RowBeside => ({ row, points: [one.get(row.id), other.get(row.id)] }));
  const apart = all.filter(({ points: [a, b] }) => a !== b);
  return { apart, same: all.length - apart.length };
}

const SIGNS = /[\s,，、;；/／]+/u;
/** May also be part of a name: 和畅苑. */
const AND = /[和与跟同]/gu;

/**
 * Every way to read the words as two names: apart by blanks or signs, else at each 和, 与, 跟.
 * @returns pairs in the order in which they are to be tried; empty if the words are not two names
 */
export function pairsIn(words: string): [string, string][] {
  const text = words.trim();
  const [one = "", other = "", ...more] = text.split(SIGNS).filter((part) => !/^[和与跟同]$/u.test(part));
  if (one !== "" && other !== "" && more.length === 0) return [[one, other]];
  if (more.length > 0) return [];
  return [...text.matchAll(AND)].flatMap(({ index }): [string, string][] => {
    const pair: [string, string] = [text.slice(0, index).trim(), text.slice(index + 1).trim()];
    return pair.every((name) => plainName(name, "") !== "") ? [pair] : [];
  });
}
