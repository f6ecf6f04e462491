import { type CaseStep, isMendedBy } from "../application/consequences.ts";
import type { Definition } from "../definition/definition.ts";
import type { NoticePeriod } from "../definition/notice-days.ts";
import { decided, isOpen, rulingDeciding } from "../definition/purposes.ts";
import { type Reading, type RulingsInForce, readingOf } from "../definition/rulings-in-force.ts";
import type { Decision } from "../definition/schema/decisions.ts";
import { isRefused, type Limit, type Misfit, misfitsOf } from "./limits.ts";
import type { Candidate, Choices, Selection } from "./selection.ts";

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
export function noticePeriod(definition: Definition, rulings: RulingsInForce): NoticePeriod {
  const { days, workingDays, firstDayCounts } = decided(definition, "noticePeriod", rulings);
  return {
    days: typeof days === "number" ? days : 0,
    workingDays: workingDays === true,
    firstDayCounts: firstDayCounts === true,
  };
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

/**
 * How far the cases of the newest selection have come, by application id. After 公布 only the published ones have a
 * step of their own.
 */
export function stepsIn(
  selection: Pick<Selection, "state" | "items" | "decidedAt"> | undefined,
): ReadonlyMap<string, CaseStep> {
  const step = selection && stepOfSelection(selection);
  if (!step) return new Map();
  const items = selection.items.filter(({ selected }) => selected || step !== "published");
  return new Map(items.map(({ applicationId }) => [applicationId, step]));
}

/** Step of the cases of a selection; undefined if it asks for nothing any more. */
export function stepOfSelection({ state, decidedAt }: Pick<Selection, "state" | "decidedAt">): CaseStep | undefined {
  if (state === "declined" || state === "superseded") return undefined;
  if (state !== "reopened") return state;
  return decidedAt === null ? "proposed" : "approved";
}

/** Whether only a correction mends what is wrong in it; then there is no other selection after it. */
export const isOnlyCorrected = (selection: Pick<Selection, "state" | "decidedAt"> | undefined): boolean => {
  const step = selection && stepOfSelection(selection);
  return step !== undefined && isMendedBy("correction", step);
};

/** Whether the choice was made among exactly these candidates; then it can be proposed again as it is. */
export const standsAsChosen = (
  items: readonly { applicationId: string }[],
  candidates: readonly Pick<Candidate, "applicationId">[],
): boolean =>
  items.length === candidates.length &&
  candidates.every(({ applicationId }) => items.some((item) => item.applicationId === applicationId));

/** Reason against approving or publishing a selection. `name`: of the compound. */
export type Obstacle =
  /** No longer on a confirmed list: withdrawn, excluded or removed from the list. */
  | { kind: "gone"; name: string }
  /** Has a pending disqualifying declaration. */
  | { kind: "unclear"; name: string }
  /** Does not meet requirements that a ruling says exclude; or some are not clear, which counts at 公布. */
  | { kind: "requirements" | "unclearRequirements"; name: string; clauses: readonly string[] }
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
      const { name, gate, declaration } = candidate;
      return [...(declaration === "unclear" ? [{ kind: "unclear", name } as const] : []), ...gateObstacles(name, gate)];
    }),
    ...candidates.flatMap(({ applicationId, name }): Obstacle[] =>
      known.has(applicationId) ? [] : [{ kind: "notJudged", name }],
    ),
    ...misfitsOf(limits, counted)
      .filter(isRefused)
      .map((misfit): Obstacle => ({ kind: "count", misfit })),
  ];
}

function gateObstacles(name: string, gate: Candidate["gate"]): Obstacle[] {
  const { excluding = [], unclear = [] } = gate ?? {};
  const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);
  return [
    ...(excluding.length > 0 ? [{ kind: "requirements", name, clauses: ids(excluding) } as const] : []),
    ...(unclear.length > 0 ? [{ kind: "unclearRequirements", name, clauses: ids(unclear) } as const] : []),
  ];
}
