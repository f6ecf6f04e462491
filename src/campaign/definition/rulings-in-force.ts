import type { Definition } from "./definition.ts";
import type { RulingValue } from "./schema/rulings.ts";

/** An answer an approver gave to a ruling, as far as readers of the definition need it. */
export interface RulingAnswer {
  text: string;
  value?: RulingValue;
  /** Counts the answers to this ruling; the journal names it as `R14@2`. */
  version?: number;
  /** Who decided and when, in words, e.g. `审批领导 9月12日`. */
  given?: string;
}

/** The answers in force by ruling id; a ruling without one stands at its default. */
export type RulingsInForce = ReadonlyMap<string, RulingAnswer>;

export const noRulings: RulingsInForce = new Map();

/** The answers in force from a moment of campaign time until the next step; oldest first. */
export interface RulingsStep {
  from: Date;
  inForce: RulingsInForce;
  /** Decided before it began to hold: nobody does anything at that moment, so the ledger must. */
  foreseen: boolean;
}

/** How the answers follow each other over the year; before the first step none is in force. */
export type RulingsOverTime = readonly RulingsStep[];

export const rulingsAt = (steps: RulingsOverTime, now: Date): RulingsInForce =>
  steps.findLast(({ from }) => from <= now)?.inForce ?? noRulings;

/**
 * The moments that a rule gives under the answers of their own time: what an answer moves counts from when it takes
 * effect, what came before stays.
 */
export function momentsOverTime<Moment extends { dueAt: Date }>(
  steps: RulingsOverTime,
  moments: (inForce: RulingsInForce) => readonly Moment[],
): Moment[] {
  const spans = [{ from: new Date(0), inForce: noRulings }, ...steps];
  return spans.flatMap(({ from, inForce }, at) => {
    const until = spans[at + 1]?.from;
    return moments(inForce).filter(({ dueAt }) => dueAt >= from && (until === undefined || dueAt < until));
  });
}

/** How an ambiguity of the plan is read now. `open`: neither answered nor safe to assume. */
export interface Reading {
  ruling: string;
  question: string;
  status: "answered" | "default" | "open";
  text: string;
  given?: string;
}

export const OPEN_READING = "尚未明确，须由审批人答复。";

/** @throws when the definition has no such ruling: references are checked when it is loaded */
export function readingOf(definition: Definition, id: string, inForce: RulingsInForce = noRulings): Reading {
  const { question, default: standing } = rulingById(definition, id);
  const answer = inForce.get(id);
  if (answer)
    return {
      ruling: id,
      question,
      status: "answered",
      text: answer.text,
      ...(answer.given === undefined ? {} : { given: answer.given }),
    };
  if (standing) return { ruling: id, question, status: "default", text: standing.text };
  return { ruling: id, question, status: "open", text: OPEN_READING };
}

/** What the engine reads: the answer's own value, else the default's; an answer in words alone changes no value. */
export function rulingValue(definition: Definition, id: string, inForce: RulingsInForce = noRulings): RulingValue {
  return { ...rulingById(definition, id).default?.value, ...inForce.get(id)?.value };
}

/** @throws when there is none */
export function rulingById(definition: Definition, id: string): Definition["rulings"][number] {
  const ruling = definition.rulings.find((candidate) => candidate.id === id);
  if (!ruling) throw new Error(`no ruling ${id} in ${definition.campaign.id}`);
  return ruling;
}
