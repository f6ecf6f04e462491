import type { Change } from "./changes.ts";
import type { Candidate } from "./selection.ts";

/** What a new choice after 公布 is compared with. */
export interface Replacement {
  /** Of the published version; `reserve`: place among the reserves, from 1. */
  published: readonly { applicationId: string; selected: boolean; reserve?: number }[];
  /** Ids of the published compounds that have fallen out. */
  fallen: ReadonlySet<string>;
  /** Ids of the compounds that can still be chosen. */
  taking: ReadonlySet<string>;
}

/** What is wrong with a new choice, and about whom. */
export interface ReplacementProblem {
  /** Published and still fit, but left out / no reserve / before an earlier reserve / more than have fallen out. */
  kind: "leftOut" | "noReserve" | "outOfOrder" | "tooManyReplaced";
  ids: readonly string[];
}

/** Ids of the cases that a change takes off the list. */
export const fallenIn = (
  changes: readonly (Pick<Change, "kind"> & { applicationId?: string })[],
): ReadonlySet<string> =>
  new Set(
    changes.flatMap(({ kind, applicationId }) =>
      applicationId !== undefined && ["withdrawn", "excluded", "against"].includes(kind) ? [applicationId] : [],
    ),
  );

/** Whether it may still come in: nothing was decided against it, and it meets what a ruling says excludes. */
export const passes = ({ against, gate }: Pick<Candidate, "against" | "gate">): boolean =>
  against === undefined && (gate?.excluding.length ?? 0) === 0;

/** The first thing that is wrong; undefined if only places that became free are filled, by reserves in their order. */
export function replacementProblem(
  items: readonly { applicationId: string; selected: boolean }[],
  { published, fallen, taking }: Replacement,
): ReplacementProblem | undefined {
  const chosen = new Set(items.flatMap(({ applicationId, selected }) => (selected ? [applicationId] : [])));
  const before = published.filter(({ selected }) => selected).map(({ applicationId }) => applicationId);
  const leftOut = before.filter((id) => !chosen.has(id) && !fallen.has(id) && taking.has(id));
  if (leftOut.length > 0) return { kind: "leftOut", ids: leftOut };
  const added = [...chosen].filter((id) => !before.includes(id));
  const reserves = published
    .filter(({ reserve }) => reserve !== undefined)
    .toSorted((a, b) => (a.reserve ?? 0) - (b.reserve ?? 0))
    .map(({ applicationId }) => applicationId)
    .filter((id) => taking.has(id));
  const strangers = added.filter((id) => !reserves.includes(id));
  if (strangers.length > 0) return { kind: "noReserve", ids: strangers };
  if (added.length > fallen.size) return { kind: "tooManyReplaced", ids: added };
  const next = reserves.slice(0, added.length);
  const skipped = next.filter((id) => !added.includes(id));
  return skipped.length > 0 ? { kind: "outOfOrder", ids: skipped } : undefined;
}
