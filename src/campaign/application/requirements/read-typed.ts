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
  const { entries, problems } = readLine(definition, typed, facts.answering);
  const isSpoken = Object.keys(entries).length > 0;
  const given = readEntries(entries, facts);
  const nothing = phrases.problems.nothing();
  const all = [...new Set([...problems, ...given.problems.filter((one) => one !== nothing || problems.length === 0)])];
  const good = Object.keys(entries).length > 0 && all.length > 0 ? readableOf(entries, facts) : {};
  return {
    given: isSpoken ? { ...given, problems: all } : undefined,
    readable: { line: lineOf(definition, good), count: Object.keys(good).length },
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

/** Entries that read well by themselves: each list, and each figure with all that belongs to it. */
function readableOf(entries: Entries, facts: Facts): Entries {
  const groups = [
    ...LISTS.map((list): string[] => [list]),
    ...facts.definition.requirements.figures.map(({ id }) =>
      figureWords(facts.definition).flatMap(({ key, figure }) => (figure.id === id ? [key] : [])),
    ),
  ];
  const good = groups.map((keys) => Object.fromEntries(Object.entries(entries).filter(([key]) => keys.includes(key))));
  return Object.assign(
    {},
    ...good.filter((group) => Object.keys(group).length > 0 && readEntries(group, facts).problems.length === 0),
  );
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
