import type { Definition } from "../definition/definition.ts";
import { decided, isOpen, rulingDeciding } from "../definition/purposes.ts";
import { type Reading, type RulingsInForce, readingOf } from "../definition/rulings-in-force.ts";
import type { Decision } from "../definition/schema/decisions.ts";
import { isRefused, type Limit, type Misfit, misfitsOf } from "./limits.ts";
import type { Candidate, Choices } from "./selection.ts";

/** What must be decided before anything is published, where the campaign asks it at all. */
const BEFORE_PUBLICATION = ["numberSelected", "noticePeriod", "rankingBasis"] as const satisfies readonly Decision[];

/** The rulings without which nothing is published, as far as nobody has answered them. */
export const openRulings = (definition: Definition, rulings: RulingsInForce): Reading[] =>
  BEFORE_PUBLICATION.flatMap((decision) => openRuling(definition, decision, rulings) ?? []);

/** The question, where it is asked and nobody has answered. */
export function openRuling(definition: Definition, decision: Decision, rulings: RulingsInForce): Reading | undefined {
  const ruling = rulingDeciding(definition, decision);
  return ruling && isOpen(definition, decision, rulings) ? readingOf(definition, ruling.id, rulings) : undefined;
}

/** 公示 before publication, as the ruling on it is read; no days where nothing asks for it. */
export function noticePeriod(definition: Definition, rulings: RulingsInForce): { days: number; workingDays: boolean } {
  const { days, workingDays } = decided(definition, "noticePeriod", rulings);
  return { days: typeof days === "number" ? days : 0, workingDays: workingDays === true };
}

export const chosen = (candidates: readonly Candidate[], { items }: Choices): Candidate[] =>
  candidates.filter(({ applicationId }) => items[applicationId]?.selected === true);

/** The first thing that is still to be said, in the order of the numbers; undefined when all is there. */
export type Open =
  | { kind: "choose" }
  | { kind: "reason"; candidate: Candidate }
  /** Why the number departs from what holds 原则上. */
  | { kind: "departure"; misfits: readonly Misfit[] };

export function openStep(
  candidates: readonly Candidate[],
  choices: Choices,
  limits: readonly Limit[],
): Open | undefined {
  const { items, departure } = choices;
  if (candidates.some(({ applicationId }) => items[applicationId]?.selected === undefined)) return { kind: "choose" };
  const candidate = candidates.find(({ applicationId }) => items[applicationId]?.reason === undefined);
  if (candidate) return { kind: "reason", candidate };
  const misfits = misfitsOf(limits, chosen(candidates, choices)).filter((one) => !isRefused(one));
  return misfits.length > 0 && departure === undefined ? { kind: "departure", misfits } : undefined;
}

/** Why a selection can no longer stand, by name. */
export type Obstacle =
  /** Not on a confirmed list any more: withdrawn, excluded or taken off the list. */
  | { kind: "gone"; name: string }
  /** A disqualifying declaration is not settled. */
  | { kind: "unclear"; name: string }
  /** Came onto a list after people decided: nobody has judged it. */
  | { kind: "notJudged"; name: string }
  | { kind: "count"; misfit: Misfit };

/** What stands between a selection and its approval or publication. @param nameOf of an application by id */
export function obstaclesOf(
  items: readonly { applicationId: string; selected: boolean }[],
  {
    candidates,
    limits,
    nameOf,
  }: { candidates: readonly Candidate[]; limits: readonly Limit[]; nameOf(id: string): string },
): Obstacle[] {
  const selected = items.filter((item) => item.selected);
  const byId = new Map(candidates.map((candidate) => [candidate.applicationId, candidate]));
  const known = new Set(items.map(({ applicationId }) => applicationId));
  const counted = selected.map(({ applicationId }) => byId.get(applicationId) ?? {});
  return [
    ...selected.flatMap(({ applicationId }): Obstacle[] => {
      const candidate = byId.get(applicationId);
      if (!candidate) return [{ kind: "gone", name: nameOf(applicationId) }];
      return candidate.declaration === "none" ? [] : [{ kind: "unclear", name: candidate.name }];
    }),
    ...candidates.flatMap(({ applicationId, name }): Obstacle[] =>
      known.has(applicationId) ? [] : [{ kind: "notJudged", name }],
    ),
    ...misfitsOf(limits, counted)
      .filter(isRefused)
      .map((misfit): Obstacle => ({ kind: "count", misfit })),
  ];
}
