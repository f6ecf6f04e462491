import { scorePhrases } from "./phrases.ts";
import { doubtPhrases } from "./score-doubt-phrases.ts";
import { showEntries } from "./score-readings.ts";
import { bare } from "./score-reason.ts";
import { rowIdOf, type ScoreLine, type ScoreRules } from "./score-rules.ts";
import { isValues } from "./score-section.ts";
import { rowIn } from "./score-table.ts";
import { GIVES, ID } from "./score-words.ts";

type Retry = Extract<ScoreLine, { kind: "retry" }>;

export const retryOf = (line: ScoreLine, said: string): Retry => {
  if (line.kind === "retry") return line;
  const sentence = line.kind === "row" ? scorePhrases.noPoints(line.row) : scorePhrases.noRow(said);
  return { kind: "retry", sentence };
};

const OTHER_ROW = new RegExp(`^(?<link>[\\s,，、和及与]*|\\s*[到至~～]\\s*)(?<id>${ID})(?![\\d年月－-])`, "u");
const EACH = /^\s*(?:每[项条个]|各[项条]?|都|均|全部?)\s*/u;
const BEGINS_WITH_POINTS = /^(?:\d|满|[零〇一二三四五六七八九十两]+(?=\s*分|\s|$)|[扣减]\s*[\d一二三四五六七八九两])/u;
/** 4-1至4-3 2 投诉多 同上: the reason that is said just before. */
const AS_SAID = /(?<=\p{Script=Han})[\s,，、]+同上[。.]?$/u;
/** 一杠二一杠三还是四分, 3-1 3-2改0 */
const STILL = new RegExp(`^${GIVES}(?=\\s*(?:\\d|[零〇一二三四五六七八九十两]+\\s*分))`, "u");
/** 3-5、3-7理由都是电梯老 */
const REASON = /^\s*的?(?:理由|原因)(?:[:：]|都|均|是|为|\s)*(?=\p{Script=Han}{2})(.+)$/su;
const VALUE_ENDS = /[\s,，、。;；:：分]+/u;

/**
 * 1-1、1-2各4分, 1-1至1-3都是4, 4-4、4-5不适用: the same for each row; 2-1至2-3 5 2 5: one for each. Points that may be meant
 * for each are asked about. Undefined if no other row is named.
 * @param read one row with what is said of it
 */
export function readShared(
  rules: ScoreRules,
  { first, said }: { first: string; said: string },
  read: (line: string) => ScoreLine,
): ScoreLine | undefined {
  const rows = rules.sections.flatMap((section) => section.rows.map(({ id }) => id));
  let [named, rest] = [[first], said];
  for (let match = OTHER_ROW.exec(rest); match?.groups; match = OTHER_ROW.exec(rest)) {
    const { link = "", id = "" } = match.groups;
    const [from, to] = [rows.indexOf(named.at(-1) ?? ""), rows.indexOf(rowIdOf(id))];
    const isRange = /[到至~～]/u.test(link);
    if (to < 0 || (isRange && to <= from)) return { kind: "retry", sentence: scorePhrases.noRow(id), rows: named };
    named = [...named, ...(isRange ? rows.slice(from + 1, to + 1) : [rowIdOf(id)])];
    rest = rest.slice(match[0].length);
  }
  if (named.length === 1) return undefined;
  const behind = said.slice(0, said.length - rest.length);
  const head = `${first}${/^\d/u.test(behind) ? "、" : ""}${behind}`.trim();
  rest = rest
    .replace(/^[\s,，:：、]+/u, "")
    .replace(AS_SAID, "")
    .replace(STILL, "");
  const why = REASON.exec(rest)?.[1];
  if (why !== undefined)
    return ofEach(
      named,
      named.map(() => `理由：${why}`),
      read,
    );
  if (EACH.test(rest))
    return ofEach(
      named,
      named.map(() => rest.replace(EACH, "")),
      read,
    );
  if (!BEGINS_WITH_POINTS.test(rest)) return { kind: "retry", sentence: scorePhrases.noPoints(head), rows: named };
  const values = isValues(rest) ? rest.split(VALUE_ENDS).filter((value) => value !== "") : [];
  if (values.length === named.length) return ofEach(named, values, read);
  if (values.length > 1)
    return { kind: "retry", sentence: doubtPhrases.countOf(head, named.length, values), rows: named };
  const worded = withWords(rules, { head, named }, rest, read);
  if (worded) return worded;
  const same = ofEach(
    named,
    named.map(() => rest),
    read,
  );
  if (same.kind !== "points") return same;
  const typed = showEntries(same.entries);
  const sentence = scorePhrases.mayMean(doubtPhrases.sameForEach(head, rest), typed, named.length);
  return { kind: "retry", sentence, rows: named, readable: { entries: named.length, typed, doubtful: true } };
}

/** 2 2 2 宣传少, 2分、1分，理由：…: points one after another, and words behind all of them. */
const VALUES_THEN_WORDS =
  /^(?<values>(?:(?:\d{1,2}(?:\.\d)?\s*分?|[零〇一二三四五六七八九十两]分|满分?)[\s,，、/／;；]+){2,}?)(?<words>(?![\s\d]|满|[零〇一二三四五六七八九十两]分).*\p{Script=Han}{2}.*|\d{1,3}(?:号|栋|幢|楼|个|处|名|次|户|人).*)$/su;

/**
 * 4-1至4-3 2 2 2 宣传少: one value each, and the words are a reason: of the one row below its maximum, else it is asked of
 * which. No value is ever part of the reason. Undefined: there are no several values.
 */
function withWords(
  rules: ScoreRules,
  { head, named }: { head: string; named: readonly string[] },
  rest: string,
  read: (line: string) => ScoreLine,
): ScoreLine | undefined {
  const { values = "", words = "" } = VALUES_THEN_WORDS.exec(rest)?.groups ?? {};
  const given = values.split(/[\s,，、/／;；分]+/u).filter((value) => value !== "");
  if (given.length < 2) return undefined;
  if (given.length !== named.length)
    return { kind: "retry", sentence: doubtPhrases.countOf(head, named.length, given), rows: named };
  const plain = ofEach(named, given, read);
  if (plain.kind !== "points") return plain.kind === "retry" ? { ...plain, good: [] } : plain;
  const isReduced = (id: string, at: number): boolean => {
    const { points } = plain.entries[at] ?? {};
    return points !== undefined && points < (rowIn(rules, id)?.maxPoints ?? 0);
  };
  const reduced = named.filter(isReduced);
  const last = reduced.at(-1);
  if (last === undefined)
    return {
      kind: "retry",
      sentence: doubtPhrases.wordsOfNone(words, showEntries(plain.entries)),
      rows: named,
      good: plain.entries,
    };
  const readingOf = (rows: readonly string[]): ScoreLine =>
    ofEach(
      named,
      given.map((value, at) => (rows.includes(named[at] ?? "") ? `${value} ${words}` : value)),
      read,
    );
  const ofLast = readingOf([last]);
  const [only, second] = reduced;
  // The words stand straight behind the one row that they can be of.
  if (second === undefined && only === named.at(-1)) return ofLast;
  const readings = [readingOf(reduced), ...(second === undefined ? [] : [ofLast])].flatMap((line) =>
    line.kind === "points" ? showEntries(line.entries) : [],
  );
  const [first = "", other] = readings;
  const lead = doubtPhrases.wordsOfWhich(bare(words), reduced);
  if (first === "") return ofLast;
  const readable = { entries: named.length, typed: first, doubtful: true as const };
  return {
    ...{ kind: "retry", rows: named, readable },
    sentence:
      other === undefined
        ? scorePhrases.mayMean(lead, first, named.length)
        : doubtPhrases.mayMeanEither(lead, first, other),
    ...(other === undefined ? {} : { readings: [other] }),
  };
}

function ofEach(named: readonly string[], given: readonly string[], read: (line: string) => ScoreLine): ScoreLine {
  const lines = named.map((id, at) => read(`${id} ${given[at]}`));
  const good = lines.flatMap((line) =>
    line.kind === "points" ? line.entries : line.kind === "retry" ? (line.good ?? []) : [],
  );
  const wrong = lines.flatMap((line, at) => (line.kind === "points" ? [] : [retryOf(line, named[at] ?? "")]));
  if (wrong.length === 0) return { kind: "points", entries: good };
  const readings = wrong.flatMap(({ readable, readings: own = [] }) => [...(readable ? [readable.typed] : []), ...own]);
  return { kind: "retry", sentence: sentenceOf(named, wrong), rows: named, good, readings };
}

/** What is to be said of each of the rows in the same words is said once. */
function sentenceOf(named: readonly string[], wrong: readonly Retry[]): string {
  const [first = "", ...others] = wrong.map(({ sentence }, at) => sentence.replaceAll(named[at] ?? "", "\0"));
  const isOne = wrong.length === named.length && others.length > 0 && others.every((one) => one === first);
  return isOne ? first.replaceAll("\0", named.join("、")) : wrong.map(({ sentence }) => sentence).join("");
}
