import type { Definition } from "../definition/definition.ts";
import { type Reading, type RulingsInForce, readingOf, rulingValue } from "../definition/rulings-in-force.ts";
import type { Candidate, Choices } from "./selection.ts";

/** R9 says how many are chosen; R10 and R14 must be answered before anything is published. */
export const COUNT = "R9";
export const NOTICE = "R10";
const BEFORE_PUBLICATION = [NOTICE, "R14"];
const QUOTA = "selected";

/** How many are chosen: as R9 is answered, else as the plan says. */
export function requiredCount(definition: Definition, rulings: RulingsInForce): number {
  const { count } = rulingValue(definition, COUNT, rulings);
  if (typeof count === "number") return count;
  return definition.campaign.quotas.find(({ id }) => id === QUOTA)?.count ?? 0;
}

/** The rulings without which nothing is published, as far as nobody has answered them. */
export const openRulings = (definition: Definition, rulings: RulingsInForce): Reading[] =>
  BEFORE_PUBLICATION.map((id) => readingOf(definition, id, rulings)).filter(({ status }) => status === "open");

/** Days of 公示 as R10 is answered; 0 for none. */
export function noticeDays(definition: Definition, rulings: RulingsInForce): number {
  const { days } = rulingValue(definition, NOTICE, rulings);
  return typeof days === "number" ? days : 0;
}

export const chosen = (candidates: readonly Candidate[], { items }: Choices): Candidate[] =>
  candidates.filter(({ applicationId }) => items[applicationId]?.selected === true);

/** The first thing that is still to be said, in the order of the numbers; undefined when all is there. */
export type Open = { kind: "choose" } | { kind: "reason"; candidate: Candidate };

export function openStep(candidates: readonly Candidate[], { items }: Choices): Open | undefined {
  if (candidates.some(({ applicationId }) => items[applicationId]?.selected === undefined)) return { kind: "choose" };
  const candidate = candidates.find(({ applicationId }) => items[applicationId]?.reason === undefined);
  return candidate ? { kind: "reason", candidate } : undefined;
}

/** Why a selection can no longer stand, by name. */
export type Obstacle =
  /** Not on a confirmed list any more: withdrawn, excluded or taken off the list. */
  | { kind: "gone"; name: string }
  /** The declaration on accidents is not settled. */
  | { kind: "unclear"; name: string }
  /** Came onto a list after people decided: nobody has judged it. */
  | { kind: "notJudged"; name: string }
  | { kind: "count"; selected: number; required: number };

/** What stands between a selection and its approval or publication. @param nameOf of an application by id */
export function obstaclesOf(
  items: readonly { applicationId: string; selected: boolean }[],
  { candidates, required, nameOf }: { candidates: readonly Candidate[]; required: number; nameOf(id: string): string },
): Obstacle[] {
  const selected = items.filter((item) => item.selected);
  const byId = new Map(candidates.map((candidate) => [candidate.applicationId, candidate]));
  const known = new Set(items.map(({ applicationId }) => applicationId));
  return [
    ...selected.flatMap(({ applicationId }): Obstacle[] => {
      const candidate = byId.get(applicationId);
      if (!candidate) return [{ kind: "gone", name: nameOf(applicationId) }];
      return candidate.declaration === "none" ? [] : [{ kind: "unclear", name: candidate.name }];
    }),
    ...candidates.flatMap(({ applicationId, name }): Obstacle[] =>
      known.has(applicationId) ? [] : [{ kind: "notJudged", name }],
    ),
    ...(selected.length === required ? [] : [{ kind: "count" as const, selected: selected.length, required }]),
  ];
}
