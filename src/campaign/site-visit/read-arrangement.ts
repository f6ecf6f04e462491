import { findDate } from "../../platform/conversation/answers/find-date.ts";
import type { DateContext } from "../../platform/conversation/answers/find-dates.ts";
import { readWhole } from "../../platform/conversation/numerals.ts";
import { cleanLine } from "../../platform/conversation/plain.ts";
import type { CivilDate } from "../../shared/civil-date.ts";
import { arrangementLines, withoutLead } from "./arrangement-lines.ts";
import { visitWords } from "./phrases.ts";

/** One line of an arrangement as it was written; what it does not say is left out. */
export interface ArrangementLine {
  day?: CivilDate;
  car?: number;
  /** 陪同人员 */
  escort?: string;
  /** 暗访, or said to be none. */
  unannounced?: boolean;
  /** Names of sites or districts. */
  names: readonly string[];
  /** Names of members. */
  members?: readonly string[];
  /** They come to those who are assigned, or leave them; left out: they are all. */
  change?: "add" | "remove";
}

const { car: CAR, escort, members, quiet: QUIET, open: OPEN, separators, fillers } = visitWords;
/** A word stands after a blank or a sign: names of members may contain it. */
const after = (words: readonly string[], signs: string): string => `(?<=^|[${signs}])(?:${words.join("|")})`;
const value = (words: readonly string[], next: string): RegExp =>
  new RegExp(`(${after(words, "\\s、,;:")})\\s*[:为是]?\\s*(.+?)[\\s,、]*(?=${next}|[。;]|$)`, "u");
const ESCORT = value(escort, after(members, "\\s"));
const MEMBERS = value(members, after(escort, "\\s,、"));

/** Reads 9月25日 锦绣花园、翠苑小区 1号车 陪同 某某 暗访 成员 甲、乙, in any order; each line for itself. */
export const readArrangement = (typed: string, when: DateContext): ArrangementLine[] =>
  arrangementLines(typed, when)
    .map((line) => cleanLine(line).normalize("NFKC"))
    .filter((line) => line !== "")
    .map((line) => readLine(line, when));

function readLine(line: string, when: DateContext): ArrangementLine {
  const read: ArrangementLine = { names: [] };
  const found = findDate(line, when);
  let rest = found ? `${found.before.replace(visitWords.fillers, " ")} ${withoutLead(found.after.trim())}` : line;
  const take = (pattern: RegExp): RegExpExecArray | undefined => {
    const match = pattern.exec(rest) ?? undefined;
    if (match) rest = `${rest.slice(0, match.index)} ${rest.slice(match.index + match[0].length)}`;
    return match;
  };
  const car = readWhole(take(CAR)?.[1] ?? "");
  const isOpen = take(OPEN) !== undefined;
  const isQuiet = !isOpen && take(QUIET) !== undefined;
  const [, word = "", named] = take(MEMBERS) ?? [];
  const escorted = cleanLine(take(ESCORT)?.[2] ?? "");
  return {
    ...read,
    ...(found ? { day: found.date } : {}),
    ...(car === undefined || car < 1 ? {} : { car }),
    ...(isQuiet || isOpen ? { unannounced: isQuiet } : {}),
    ...(named === undefined ? {} : { members: namesIn(named.replace(visitWords.instead, "")), ...changeIn(word) }),
    ...(escorted === "" ? {} : { escort: escorted }),
    names: namesIn(rest.replaceAll(fillers, " ")),
  };
}

function changeIn(word: string): Pick<ArrangementLine, "change"> {
  if (visitWords.adding.test(word)) return { change: "add" };
  return visitWords.removing.test(word) ? { change: "remove" } : {};
}

const namesIn = (text: string): string[] =>
  text
    .split(separators)
    .map((name) => cleanLine(name).replace(/^[\s:「『“"]+|[\s:」』”"]+$/gu, ""))
    .filter((name) => name !== "");
