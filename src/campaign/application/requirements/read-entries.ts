import type { AnswerContext, AnswerValue } from "../../../platform/conversation/answer.ts";
import { parseAnswer } from "../../../platform/conversation/answers/parse-answer.ts";
import { partsOfOther } from "../../../platform/conversation/parts-of-other.ts";
import { cleanLine } from "../../../platform/conversation/plain.ts";
import { saidToProgram } from "../../../platform/conversation/said-to-program.ts";
import { simplified } from "../../../platform/conversation/simplified.ts";
import { civilDate } from "../../../shared/civil-date.ts";
import type { Definition } from "../../definition/definition.ts";
import { writeDottedIds, writeIds } from "./clause-ids.ts";
import { type Entries, figureQuestions, HAPPENED_ON, LISTS, type List, mayNotApply, NONE, REST } from "./entries.ts";
import { requirementPhrases as phrases } from "./phrases.ts";
import { readNumber } from "./read-number.ts";
import { clausesOf, type Figure, type FigureValue, type Standing } from "./requirements.ts";

const { problems: said } = phrases;

/** What was understood of entries; with problems nothing is saved. */
export interface Given {
  /** Every clause that is not named is met. */
  rest: boolean;
  clauses: Readonly<Record<string, Standing>>;
  /** Why a clause does not apply, in words. */
  reasons: Readonly<Record<string, string>>;
  figures: Readonly<Record<string, FigureValue>>;
  problems: readonly string[];
}

interface Facts {
  definition: Definition;
  answering: AnswerContext;
  /** What was given before: half of a figure may be added later. */
  before: Readonly<Record<string, FigureValue>>;
}

/** Reads entries, all or nothing. */
export function readEntries(entries: Entries, facts: Facts): Given {
  const lists = readLists(entries, facts.definition);
  const figures: Record<string, FigureValue> = {};
  const problems = [...lists.problems];
  for (const figure of facts.definition.requirements.figures) {
    const read = readFigure(figure, entries, facts);
    if (read && "problem" in read) problems.push(read.problem);
    else if (read) figures[figure.id] = read;
  }
  const { clauses, reasons } = lists;
  const rest = (entries[REST] ?? "") !== "";
  const isEmpty = !rest && Object.keys(clauses).length + Object.keys(figures).length + problems.length === 0;
  return { rest, clauses, reasons, figures, problems: isEmpty ? [said.nothing()] : problems };
}

function readLists(entries: Entries, definition: Definition): Pick<Given, "clauses" | "reasons" | "problems"> {
  const clauses: Record<string, Standing> = {};
  const reasons: Record<string, string> = {};
  const problems: string[] = [];
  const na = mayNotApply(definition);
  for (const list of LISTS) {
    const { ids, left, problems: wrong } = readIds(entries[list] ?? "", { definition, list });
    problems.push(...wrong);
    for (const id of ids) {
      if (clauses[id] !== undefined && clauses[id] !== list) problems.push(said.twice(id));
      if (list === "notApplicable" && !na.includes(id)) problems.push(said.notNaHere(id, na));
      clauses[id] = list;
      if (list === "notApplicable") reasons[id] = left;
    }
    const isReason = list === "notApplicable" && ids.length > 0 && left !== "";
    if (isReason && (partsOfOther(left, {}).length > 0 || saidToProgram(left))) problems.push(said.notReason(left));
    if (list !== "notApplicable" && left !== "") {
      const isNote = ids.length > 0 && /\p{Script=Han}{2}/u.test(left);
      problems.push(isNote ? said.note(ids.join("、"), left) : said.notIds(left));
    }
    if (list === "notApplicable" && ids.length > 0 && left === "") problems.push(said.naReason(ids));
    if (list === "notApplicable" && ids.length === 0 && left !== "") problems.push(said.notIds(left));
  }
  return { clauses, reasons, problems };
}

const ID = /(?:附件\d+)?(?:要求)?第?\s*(\d{1,2})\s*[-－‑–—]\s*(\d{1,2})\s*[项条款]?/gu;
const NOTHING = /^(?:无|没有|均无|暂无|\/|-+)$/u;

function readIds(
  typed: string,
  { definition, list }: { definition: Definition; list: List },
): { ids: string[]; left: string; problems: string[] } {
  const plain = writeIds(definition, simplified(typed.normalize("NFKC")));
  const text = cleanLine(list === "notApplicable" ? plain : writeDottedIds(definition, plain));
  if (text === "" || NOTHING.test(text)) return { ids: [], left: "", problems: [] };
  const known = clausesOf(definition).map(({ id }) => id);
  const ids = [...new Set([...text.matchAll(ID)].map(([, item, part]) => `${Number(item)}-${Number(part)}`))];
  const left = text.replaceAll(ID, " ");
  const bare = left.split(/[\s、,，;；和及与]+/u).flatMap((one) => /^第?(\d{1,2})[项条]?$/u.exec(one)?.[1] ?? []);
  const of = definition.requirements.requirements.filter(({ id }) => bare.includes(id));
  const words = of.length === 0 ? left : left.replaceAll(/(?<![\d-])第?\d{1,2}[项条]?(?=$|[\s、,，;；和及与])/gu, " ");
  return {
    ids: ids.filter((id) => known.includes(id)),
    left: cleanLine(
      words.replaceAll(/^[\s、,，;；和及与]+|[\s、,，;；和及与]+$/gu, "").replaceAll(/[、,，;；\s]{2,}/gu, "、"),
    ),
    problems: [
      ...ids.filter((id) => !known.includes(id)).map(said.unknown),
      ...of.map(({ id, clauses }) =>
        said.which(
          id,
          clauses.map((clause) => clause.id),
        ),
      ),
    ],
  };
}

type Problem = { problem: string };

function readFigure(figure: Figure, entries: Entries, facts: Facts): FigureValue | Problem | undefined {
  switch (figure.kind) {
    case "form":
      return undefined;
    case "event":
      return readEvent(figure, entries, facts);
    case "percent": {
      const read = answerTo(figure, figure.asks.key, entries, facts);
      if (!read || "problem" in read) return read;
      return { kind: "percent", percent: Number(read.value) };
    }
    case "ratio":
      return readRatio(figure, entries, facts);
    case "count":
      return readCount(figure, entries, facts);
  }
}

/** Answer to one question of the figure, by the readers of answers; undefined if nothing was written. */
function answerTo(
  figure: Figure,
  key: string,
  entries: Entries,
  { answering }: Facts,
): { value: AnswerValue } | Problem | undefined {
  const question = figureQuestions(figure).find((one) => one.key === key);
  const typed = entries[key] ?? "";
  if (!question || typed.trim() === "") return undefined;
  const read = parseAnswer(question, typed, answering);
  return read.ok ? { value: read.value } : { problem: said.answer(question.label, read.retry) };
}

function readEvent(
  figure: Extract<Figure, { kind: "event" }>,
  entries: Entries,
  facts: Facts,
): FigureValue | Problem | undefined {
  const read = answerTo(figure, figure.asks.key, entries, facts);
  if (!read || "problem" in read) return read;
  const { value } = read;
  if (typeof value !== "object" || value.choice === NONE) return { kind: "event", happenedOn: null };
  return { kind: "event", happenedOn: civilDate(value.details[HAPPENED_ON] ?? "") };
}

function readRatio(
  { id, whole, part, unit }: Extract<Figure, { kind: "ratio" }>,
  entries: Entries,
  { before }: Facts,
): FigureValue | Problem | undefined {
  const earlier = before[id];
  const known = earlier?.kind === "ratio" ? earlier : undefined;
  const decimals = unit === "yuan" ? 2 : 0;
  const [given, of] = [entries[part.key] ?? "", entries[whole.key] ?? ""].map((one) => one.trim());
  if (!given && !of) return undefined;
  const unclear = unit === "yuan" ? withoutUnit(given ?? "", of ?? "") : undefined;
  if (unclear !== undefined) return { problem: said.unit(unclear === given ? part.label : whole.label, unclear) };
  const amounts = {
    whole: of ? readNumber(of, { decimals }) : known?.whole,
    part: given ? readNumber(given, { decimals }) : known?.part,
  };
  if (of && amounts.whole === undefined)
    return { problem: said.number(whole.label, of) + (given ? said.alsoNot(part.label) : "") };
  if (given && amounts.part === undefined)
    return { problem: said.number(part.label, given) + (of ? said.alsoNot(whole.label) : "") };
  if (amounts.whole === undefined || amounts.part === undefined) return { problem: said.both(whole.label, part.label) };
  if (amounts.whole <= 0) return { problem: said.positive(whole.label) };
  if (unit === "people" && amounts.part > amounts.whole) return { problem: said.more(part.label, whole.label) };
  return { kind: "ratio", whole: amounts.whole, part: amounts.part };
}

/** 应收120万 实收118: which of the two is said without the unit of the other. */
const withoutUnit = (one: string, other: string): string | undefined => {
  if (one === "" || other === "") return undefined;
  return [one, other].find(
    (amount) => /^\d{1,4}(?:\.\d+)?$/u.test(amount) && /[万亿w]/iu.test(amount === one ? other : one),
  );
};

function readCount(
  figure: Extract<Figure, { kind: "count" }>,
  entries: Entries,
  facts: Facts,
): FigureValue | Problem | undefined {
  const earlier = facts.before[figure.id];
  const known = earlier?.kind === "count" ? earlier : undefined;
  const typed = (entries[figure.number.key] ?? "").trim();
  const last = answerTo(figure, figure.last.key, entries, facts);
  if (last && "problem" in last) return last;
  if (typed === "" && !last) return undefined;
  const number = NOTHING.test(typed) ? 0 : typed === "" ? known?.number : readNumber(typed);
  if (number === undefined) {
    return {
      problem:
        typed === "" ? said.noCount(figure.number.label, figure.last.label) : said.number(figure.number.label, typed),
    };
  }
  const lastOn = last ? civilDate(String(last.value)) : (known?.lastOn ?? null);
  return { kind: "count", number, lastOn: number === 0 ? null : lastOn };
}
