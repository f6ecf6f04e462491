import { findDate } from "../../../../platform/conversation/answers/find-date.ts";
import type { DateContext } from "../../../../platform/conversation/answers/find-dates.ts";
import type { CivilDate } from "../../../../shared/civil-date.ts";
import { standsIn } from "../offices.ts";
import { WITH_APPLICANT } from "./copy.ts";

/** 第1份、第2份 区局 9月6日 */
export interface SpokenCopies {
  /** Empty: all of them. */
  copies: readonly number[];
  at: string;
  since: CivilDate;
}

export type ReadCopies = { ok: true; spoken: SpokenCopies } | { ok: false; lacks: "place" | "date" | "pastDate" };

const NUMERALS = "一二三四五六七八九";
const COPY = /第\s*([\d一二三四五六七八九、,，和及\s]+?)\s*份/gu;
const APPLICANT = ["申报单位", "物业公司", "物业", "小区"];

/** Numbers of the copies that a text names, in its order: 第1份、第2份; 第1、2份. */
export const copiesNamed = (text: string): number[] =>
  [...text.normalize("NFKC").matchAll(COPY)].flatMap(([, numbers = ""]) =>
    [...numbers.matchAll(/\d+|[一二三四五六七八九]/gu)].map(([one]) =>
      /\d/.test(one) ? Number(one) : NUMERALS.indexOf(one) + 1,
    ),
  );

/** @param called words by which people call each office, by its id */
export function readCopies(
  typed: string,
  called: ReadonlyMap<string, readonly string[]>,
  when: DateContext,
): ReadCopies {
  const text = typed.normalize("NFKC");
  const copies = copiesNamed(text);
  const places = [...called, [WITH_APPLICANT, APPLICANT] as const].flatMap(([at, words]) =>
    words.filter((word) => standsIn(text, word)).map((word) => ({ at, word })),
  );
  const [place] = places.toSorted((one, other) => other.word.length - one.word.length);
  if (!place) return { ok: false, lacks: "place" };
  const found = findDate(text.replaceAll(COPY, " "), when);
  if (!found) return { ok: false, lacks: "date" };
  if (found.date > when.today) return { ok: false, lacks: "pastDate" };
  return { ok: true, spoken: { copies, at: place.at, since: found.date } };
}
