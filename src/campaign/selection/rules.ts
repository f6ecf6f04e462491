import { type CaseStep, isMendedBy } from "../application/consequences.ts";
import type { Definition } from "../definition/definition.ts";
import type { NoticePeriod } from "../definition/notice-days.ts";
import { decided, isOpen, rulingDeciding } from "../definition/purposes.ts";
import { type Reading, type RulingsInForce, readingOf } from "../definition/rulings-in-force.ts";
import type { Decision } from "../definition/schema/decisions.ts";
import { isRefused, type Limit, type Misfit, misfitsOf } from "./limits.ts";
import type { Candidate, Choices, SelectedItem, Selection } from "./selection.ts";

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

/** The next open question. Reserves are asked for where the ruling on them provides for some. */
export type Open =
  | { kind: "choose" }
  | { kind: "reserves"; most: number }
  | { kind: "reason"; candidate: Candidate }
  /** Asks for the reason for breaking 原则上 limits. */
  | { kind: "departure"; misfits: readonly Misfit[] };

/** @param most how many reserves the ruling provides for */
export function openStep(
  candidates: readonly Candidate[],
  choices: Choices,
  limits: readonly Limit[],
  most = 0,
): Open | undefined {
  const { items, departure } = choices;
  if (candidates.some(({ applicationId }) => items[applicationId]?.selected === undefined)) return { kind: "choose" };
  const left = candidates.length - chosen(candidates, choices).length;
  if (most > 0 && left > 0 && choices.reserves === undefined) return { kind: "reserves", most: Math.min(most, left) };
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
  /** More reserves than the ruling on them provides for now. */
  | { kind: "reserves"; count: number; most: number }
  | { kind: "count"; misfit: Misfit };

export interface Against {
  candidates: readonly Candidate[];
  limits: readonly Limit[];
  /** How many the ruling provides for. */
  reserves?: number;
  /** Compound name by application id. */
  nameOf(id: string): string;
}

export function obstaclesOf(
  items: readonly Pick<SelectedItem, "applicationId" | "selected" | "reserve">[],
  { candidates, limits, reserves = 0, nameOf }: Against,
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
    ...reserveObstacles(items, { byId, reserves, nameOf }),
    ...candidates.flatMap(({ applicationId, name }): Obstacle[] =>
      known.has(applicationId) ? [] : [{ kind: "notJudged", name }],
    ),
    ...misfitsOf(limits, counted)
      .filter(isRefused)
      .map((misfit): Obstacle => ({ kind: "count", misfit })),
  ];
}

/** A reserve that could not come in; what is merely unclear of one is settled before it does. */
function reserveObstacles(
  items: readonly Pick<SelectedItem, "applicationId" | "reserve">[],
  { byId, reserves, nameOf }: { byId: ReadonlyMap<string, Candidate>; reserves: number; nameOf(id: string): string },
): Obstacle[] {
  const named = items.filter(({ reserve }) => reserve !== undefined);
  return [
    ...named.flatMap(({ applicationId }): Obstacle[] => {
      const candidate = byId.get(applicationId);
      if (!candidate) return [{ kind: "gone", name: nameOf(applicationId) }];
      return gateObstacles(candidate.name, candidate.gate).filter(({ kind }) => kind === "requirements");
    }),
    ...(named.length > reserves ? [{ kind: "reserves", count: named.length, most: reserves } as const] : []),
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
