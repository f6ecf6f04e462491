import type { Definition } from "./definition.ts";
import { roleName } from "./role-name.ts";
import type { RulingValue } from "./schema/rulings.ts";

/** An approver's answer to a ruling, reduced to the fields of a reading. */
export interface RulingAnswer {
  text: string;
  value?: RulingValue;
  /** Counts the answers to this ruling; `R14@2` in the journal. */
  version?: number;
  /** Approver and date in words, e.g. `审批领导 9月12日`. */
  given?: string;
}

/** Answers in force by ruling id; a ruling without answer follows its default. */
export type RulingsInForce = ReadonlyMap<string, RulingAnswer>;

export const noRulings: RulingsInForce = new Map();

/** Answers in force from a moment of campaign time until the next step. */
export interface RulingsStep {
  from: Date;
  inForce: RulingsInForce;
  /** True: confirmed before it took effect, so the schedule has to trigger the change. */
  foreseen: boolean;
}

/** Steps, oldest first; no answer is in force before the first. */
export type RulingsOverTime = readonly RulingsStep[];

export const rulingsAt = (steps: RulingsOverTime, now: Date): RulingsInForce =>
  steps.findLast(({ from }) => from <= now)?.inForce ?? noRulings;

/**
 * Due moments of the whole campaign, each computed with the answers in force at that time. An answer does not move
 * moments before its effective time.
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

/** Current reading of an ambiguity. `open`: no answer and no safe default. */
export interface Reading {
  ruling: string;
  question: string;
  status: "answered" | "default" | "open";
  text: string;
  given?: string;
}

/** Reading of an open ruling, with the campaign's name for who answers: 尚未明确，须由审批领导答复。 */
export const openReading = (definition: Definition): string =>
  `尚未明确，须由${roleName(definition, "approver")}答复。`;

/** @throws if the definition has no such ruling; loading checks references */
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
  return { ruling: id, question, status: "open", text: openReading(definition) };
}

/** Default value overridden by the answer's; an answer without value keeps the default value. */
export function rulingValue(definition: Definition, id: string, inForce: RulingsInForce = noRulings): RulingValue {
  return { ...rulingById(definition, id).default?.value, ...inForce.get(id)?.value };
}

/** @throws if the id is unknown */
export function rulingById(definition: Definition, id: string): Definition["rulings"][number] {
  const ruling = definition.rulings.find((candidate) => candidate.id === id);
  if (!ruling) throw new Error(`no ruling ${id} in ${definition.campaign.id}`);
  return ruling;
}
