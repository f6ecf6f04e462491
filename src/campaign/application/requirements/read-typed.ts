import type { AnswerContext } from "../../../platform/conversation/answer.ts";
import type { Definition } from "../../definition/definition.ts";
import { type Entries, LISTS, type List, REST } from "./entries.ts";
import { figureWords } from "./figure-words.ts";
import { requirementPhrases as phrases } from "./phrases.ts";
import { type Given, readEntries } from "./read-entries.ts";
import { readLine } from "./read-line.ts";

interface Facts {
  definition: Definition;
  answering: AnswerContext;
  before: Parameters<typeof readEntries>[1]["before"];
  /** Clauses that read well and cannot be recorded as they are said. */
  contrary?: ReadonlySet<string>;
}

export interface Typed {
  /** Undefined: the text says nothing of requirements. */
  given: Given | undefined;
  /** Of what is refused: the parts that could be recorded, as they can be sent again. */
  readable: { line: string; count: number };
  /** 其余均符合 was said; what it takes in is open until everything else is read. */
  rest: boolean;
  /** All of it as it can be sent again, without 其余均符合 and with further clauses. */
  lineWith: (more: Partial<Record<List, readonly string[]>>) => string;
}

/** Reads a typed message whole. What is not understood, or not allowed, is named part by part. */
export function readTyped(typed: string, facts: Facts): Typed {
  const { definition } = facts;
  const { entries, speaks, problems } = readLine(definition, typed, facts.answering);
  const given = readEntries(entries, facts);
  const nothing = phrases.problems.nothing();
  const all = [...new Set([...problems, ...given.problems.filter((one) => one !== nothing || problems.length === 0)])];
  const good =
    Object.keys(entries).length > 0 && (all.length > 0 || facts.contrary !== undefined)
      ? readableOf(entries, facts)
      : { entries: {}, count: 0 };
  return {
    given: speaks ? { ...given, problems: all } : undefined,
    readable: { line: lineOf(definition, good.entries), count: good.count },
    rest: entries[REST] !== undefined,
    lineWith: (more) => lineOf(definition, withMore(entries, more)),
  };
}

function withMore({ [REST]: _, ...entries }: Entries, more: Partial<Record<List, readonly string[]>>): Entries {
  const lists = LISTS.flatMap((list) => {
    const ids = [entries[list] ?? "", ...(more[list] ?? [])].filter((one) => one !== "");
    return ids.length === 0 ? [] : [[list, list === "notApplicable" ? ids.join(" ") : ids.join("、")] as const];
  });
  return { ...entries, ...Object.fromEntries(lists) };
}

interface Readable {
  entries: Entries;
  /** Clauses and what is written of figures, as they stand in the line. */
  count: number;
}

/** What reads well by itself: each clause of which one standing is said, and each figure with all that belongs to it. */
function readableOf(entries: Entries, facts: Facts): Readable {
  const alone = LISTS.map((list) => {
    const { clauses, problems } = readEntries({ [list]: entries[list] ?? "" }, facts);
    return { list, ids: list === "notApplicable" && problems.length > 0 ? [] : Object.keys(clauses) };
  });
  const all = alone.flatMap(({ ids }) => ids);
  const isOnce = (id: string): boolean => all.indexOf(id) === all.lastIndexOf(id) && facts.contrary?.has(id) !== true;
  const lists = alone.flatMap(({ list, ids }): [string, string][] => {
    const good = ids.filter(isOnce);
    // Each reason goes with all clauses before it.
    if (list === "notApplicable")
      return good.length === ids.length && good.length > 0 ? [[list, entries[list] ?? ""]] : [];
    return good.length > 0 ? [[list, good.join("、")]] : [];
  });
  const figures = facts.definition.requirements.figures
    .map(({ id }) => figureWords(facts.definition).flatMap(({ key, figure }) => (figure.id === id ? [key] : [])))
    .map((keys) => Object.fromEntries(Object.entries(entries).filter(([key]) => keys.includes(key))))
    .filter((group) => Object.keys(group).length > 0 && readEntries(group, facts).problems.length === 0);
  const clauses = lists.flatMap(([list]) => alone.find((one) => one.list === list)?.ids.filter(isOnce) ?? []);
  return {
    entries: Object.assign({}, Object.fromEntries(lists), ...figures),
    count: clauses.length + figures.flatMap((group) => Object.keys(group)).length,
  };
}

/** 不符合 8-2，应收 120万 */
function lineOf(definition: Definition, entries: Entries): string {
  const words = new Map<string, string>([
    ...LISTS.map((list) => [list, phrases.standings[list]] as const),
    ...figureWords(definition).map(({ key, word }) => [key, word] as const),
  ]);
  return Object.entries(entries)
    .map(([key, text]) => `${words.get(key) ?? ""} ${text.trim()}`)
    .join("，");
}
