import type { AnswerContext } from "../answer.ts";
import type { Detail } from "../field.ts";
import { simplified } from "../simplified.ts";
import { type FoundDate, findDates } from "./find-dates.ts";
import { dateRefusal } from "./parse-date.ts";
import { type PastDate, pastDate } from "./past-date.ts";
import { askPhrases } from "./phrases.ts";
import { uncovered } from "./reading.ts";
import { showDate } from "./show-date.ts";

const EDGES = /^[\s,;:，；：、。]+|[\s,;:，；：、。]+$/g;
/** What leads to the date, or from it to what happened, and says nothing itself. */
const BEFORE_DATE = /(?:曾|已)?(?:发生)?[于在]$/u;
const HAS_WORDS = /[\p{L}\p{N}]/u;
/** Numbers alone say of nothing what it was. */
const IS_TEXT = /\p{L}/u;

export interface ReadDetails {
  /** By the detail's key. */
  read: Readonly<Record<string, string>>;
  /** What has to be asked about the date. */
  ask?: { sentence: string; readings: readonly string[] };
  /** Words that no missing detail takes. */
  left: string;
}

/** Without surrounding separators and unmatched brackets. */
export function trimmed(text: string): string {
  const bare = text.replaceAll(EDGES, "");
  const opened = /^[（(]/.test(bare) && !/[）)]/.test(bare);
  const closed = /[）)]$/.test(bare) && !/[（(]/.test(bare);
  if (!opened && !closed) return bare;
  return trimmed(opened ? bare.slice(1) : bare.slice(0, -1));
}

/**
 * Extracts details from a text: the date, and the remaining words. A date that is not one stays missing, the words beside
 * it are kept.
 * @param asked the missing details
 * @param alone whether the text answers the question for the first of them; if that is a date, it must contain one
 */
export function readDetails(
  asked: readonly Detail[],
  text: string,
  { alone, ...when }: Pick<AnswerContext, "today" | "year"> & { alone: boolean },
): ReadDetails {
  const wanted = asked.find(({ kind }) => kind === "date");
  const { dates, words } = wanted ? datesAndWords(text, when) : { dates: [], words: trimmed(text) };
  if (alone && wanted && asked[0] === wanted && dates.length === 0) return { read: {}, left: "" };
  const open = asked.find(({ kind }) => kind === "text");
  const takes = open !== undefined && IS_TEXT.test(words);
  const read: Record<string, string> = takes ? { [open.key]: words } : {};
  const left = takes || !HAS_WORDS.test(words) ? "" : words;
  if (!wanted || dates.length === 0) return { read, left };
  const past = dates.map((date) => pastDate(date, when));
  const [only] = past;
  if (past.length === 1 && only?.kind === "date") return { read: { ...read, [wanted.key]: only.date }, left };
  return { read, left, ask: { sentence: sentenceOf(text, dates, past, when.today), readings: readingsOf(past) } };
}

const readingsOf = (past: readonly PastDate[]): string[] =>
  past.flatMap((one) => (one.kind === "date" ? [one.date] : one.kind === "ask" ? one.dates : [])).map(showDate);

function sentenceOf(
  text: string,
  [first, ...more]: readonly FoundDate[],
  [read]: readonly PastDate[],
  today: AnswerContext["today"],
): string {
  if (more.length > 0) return askPhrases.severalDates(trimmed(text));
  return dateRefusal(first?.text ?? text, read?.kind === "date" ? undefined : read, today);
}

/** The dates and what is said beside them. A first part that is a date alone (；2022年5月1日；…) leaves the others alone. */
function datesAndWords(
  text: string,
  when: Pick<AnswerContext, "today" | "year">,
): { dates: FoundDate[]; words: string } {
  const [, lead = "", rest = ""] = /^([\s；;]*[^；;]+)[；;](.*)$/su.exec(text) ?? [];
  const leading = findDates(simplified(lead.normalize("NFKC")), when);
  const [own] = leading;
  if (own && leading.length === 1 && trimmed(uncovered(lead, leading)) === "")
    return { dates: leading, words: trimmed(rest) };
  const dates = standing(findDates(simplified(text), when), text);
  const [first, second] = dates;
  if (first === undefined || second !== undefined) return { dates, words: trimmed(text) };
  const around = [trimmed(text.slice(0, first.from)).replace(BEFORE_DATE, ""), text.slice(first.to)].map(trimmed);
  return { dates, words: around.filter((part) => part !== "").join(" ") };
}

/** Without numbers that are a date only if nothing else is: beside a real one, or within words (见1-3). */
function standing(dates: FoundDate[], text: string): FoundDate[] {
  const strong = dates.filter(({ weak }) => !weak);
  const isApart = ({ from, to }: FoundDate): boolean =>
    !/[\p{L}\p{N}]/u.test(`${text[from - 1] ?? ""}${text[to] ?? ""}`);
  return strong.length > 0 ? strong : dates.filter(isApart);
}
