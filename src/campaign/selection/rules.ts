import type { Definition } from "../definition/definition.ts";
import { decided, isOpen, rulingDeciding } from "../definition/purposes.ts";
import { type Reading, type RulingsInForce, readingOf } from "../definition/rulings-in-force.ts";
import type { Decision } from "../definition/schema/decisions.ts";
import { isRefused, type Limit, type Misfit, misfitsOf } from "./limits.ts";
import type { Candidate, Choices } from "./selection.ts";

/** Decisions required before publication, if the campaign has a ruling on them. */
const BEFORE_PUBLICATION = ["numberSelected", "noticePeriod", "rankingBasis"] as const satisfies readonly Decision[];

/** Open rulings that block publication. */
export const openRulings = (definition: Definition, rulings: RulingsInForce): Reading[] =>
  BEFORE_PUBLICATION.flatMap((decision) => openRuling(definition, decision, rulings) ?? []);

/** The ruling on this decision while it is open; undefined otherwise. */
export function openRuling(definition: Definition, decision: Decision, rulings: RulingsInForce): Reading | undefined {
  const ruling = rulingDeciding(definition, decision);
  return ruling && isOpen(definition, decision, rulings) ? readingOf(definition, ruling.id, rulings) : undefined;
}

/** Length of 公示 before publication, from the ruling; 0 days without one. */
export function noticePeriod(definition: Definition, rulings: RulingsInForce): { days: number; workingDays: boolean } {
  const { days, workingDays } = decided(definition, "noticePeriod", rulings);
  return { days: typeof days === "number" ? days : 0, workingDays: workingDays === true };
}

export const chosen = (candidates: readonly Candidate[], { items }: Choices): Candidate[] =>
  candidates.filter(({ applicationId }) => items[applicationId]?.selected === true);

/** The next open question. */
export type Open =
  | { kind: "choose" }
  | { kind: "reason"; candidate: Candidate }
  /** Asks for the reason for breaking 原则上 limits. */
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

/** Reason against approving or publishing a selection. `name`: of the compound. */
export type Obstacle =
  /** No longer on a confirmed list: withdrawn, excluded or removed from the list. */
  | { kind: "gone"; name: string }
  /** Has a pending disqualifying declaration. */
  | { kind: "unclear"; name: string }
  /** Added to a list after the selection, without a decision. */
  | { kind: "notJudged"; name: string }
  | { kind: "count"; misfit: Misfit };

/** @param nameOf compound name by application id */
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
      return candidate.declaration === "unclear" ? [{ kind: "unclear", name: candidate.name }] : [];
    }),
    ...candidates.flatMap(({ applicationId, name }): Obstacle[] =>
      known.has(applicationId) ? [] : [{ kind: "notJudged", name }],
    ),
    ...misfitsOf(limits, counted)
      .filter(isRefused)
      .map((misfit): Obstacle => ({ kind: "count", misfit })),
  ];
}
