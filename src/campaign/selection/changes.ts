import {
  type CaseStep,
  type Change as ChangeOfCase,
  type Consequence,
  consequenceOf,
} from "../application/consequences.ts";
import type { Definition } from "../definition/definition.ts";
import { contentHash } from "../definition/hash.ts";
import { formFor } from "../definition/purposes.ts";
import type { Basis, Place } from "../ranking/ranking.ts";
import { changedSections } from "../snapshot/rules.ts";
import type { SectionName, Sections } from "../snapshot/snapshot.ts";
import type { SelectedItem } from "./selection.ts";

/** Sections that an approval binds. */
const BOUND: readonly SectionName[] = ["identity", "points", "standing", "gate"];

/** What has changed since a selection was proposed. `name`: as it was proposed. */
export type Change = { name: string; applicationId?: string } & (
  | { kind: "answer"; label: string; from: string; to: string }
  /** Totals in hundredths; `to` null: the sheet is not finalized any more. */
  | { kind: "points"; from: number | null; to: number | null }
  /** The city's total that ranks it, in hundredths; null: none. */
  | { kind: "verified"; from: number | null; to: number | null }
  /** Only places have changed, and no points. */
  | { kind: "place"; from: Place; to: Place }
  /** Whose points rank. Once for all, whatever the name. */
  | { kind: "basis"; to: Basis }
  | { kind: "withdrawn" | "excluded" | "takesPart" }
  /** Something was decided against it since; `reason`: in a phrase. */
  | { kind: "against"; reason: string }
  | { kind: "declaration"; to: "none" | "unclear" | "declared" }
  /** Not on a confirmed list any more. */
  | { kind: "unlisted" }
  /** On a list since, without a decision. */
  | { kind: "listed" }
);

/** Under which change the table of consequences has it; points are bound by a list as the answers are. */
const IN_TABLE: Readonly<Record<Change["kind"], ChangeOfCase>> = {
  answer: "corrected",
  points: "corrected",
  verified: "corrected",
  place: "corrected",
  basis: "corrected",
  declaration: "corrected",
  withdrawn: "withdrawn",
  excluded: "excluded",
  against: "excluded",
  takesPart: "withdrawn",
  unlisted: "listWithdrawn",
  listed: "listReported",
};

/** Consequences of the changes for a selection at this step. */
export const consequencesOf = (changes: readonly Pick<Change, "kind">[], step: CaseStep): readonly Consequence[] =>
  changes.map(({ kind }) => consequenceOf(IN_TABLE[kind], step));

export interface CasesBeside {
  /** As the selection keeps them, by application id. */
  kept: ReadonlyMap<string, Sections>;
  /** As they are now. */
  now: ReadonlyMap<string, Sections>;
  /** Application ids on the lists in force, whether they take part or not. */
  listed: readonly string[];
}

/** Every change of what the selection holds, in its order; then what has come onto a list since. */
export function changesOf(
  definition: Definition,
  items: readonly Pick<SelectedItem, "applicationId">[],
  { kept, now, listed }: CasesBeside,
): Change[] {
  const known = items.map(({ applicationId }) => applicationId);
  const nameNow = (id: string): string => now.get(id)?.identity?.content.name ?? id;
  const found = [
    ...known.flatMap((id): Change[] => {
      const before = kept.get(id);
      const name = before?.identity?.content.name ?? nameNow(id);
      const after = now.get(id);
      const changes =
        before && after ? changesIn(definition, before, after).map((one) => ({ name, applicationId: id, ...one })) : [];
      return listed.includes(id) ? changes : [...changes, { name, kind: "unlisted" }];
    }),
    ...listed
      .filter((id) => !known.includes(id) && now.get(id)?.gate?.content.state === "submitted")
      .map((id): Change => ({ name: nameNow(id), kind: "listed" })),
  ];
  return withoutConsequences(found);
}

/** Places follow from what else has changed, and every place from another basis: then only that is named. */
function withoutConsequences(found: readonly Change[]): Change[] {
  const basis = found.find(({ kind }) => kind === "basis");
  const others = found.filter(({ kind }) => kind !== "place" && kind !== "basis");
  if (basis) return [basis, ...others.filter(({ kind }) => kind !== "verified")];
  return others.length > 0 ? others : [...found];
}

type OfCase = Change extends infer One
  ? One extends { name: string }
    ? Omit<One, "name" | "applicationId">
    : never
  : never;

function changesIn(definition: Definition, before: Sections, after: Sections): OfCase[] {
  const changed = changedSections(before, after).filter((name) => BOUND.includes(name));
  return changed.flatMap((name): OfCase[] => {
    if (name === "identity") return identityChanges(definition, before, after);
    if (name === "standing") return standingChanges(before, after);
    return name === "points" ? [pointsChange(before, after)] : gateChanges(before, after);
  });
}

function identityChanges(definition: Definition, { identity: a }: Sections, { identity: b }: Sections): OfCase[] {
  if (!a || !b) return [];
  const fields = formFor(definition, "application")?.fields ?? [];
  const keys = [...new Set([...Object.keys(a.content.answers), ...Object.keys(b.content.answers)])];
  return keys.flatMap((key): OfCase[] => {
    const field = fields.find((one) => one.key === key);
    const shown = (value: unknown): string =>
      field?.options.find((option) => option.value === value)?.text ?? String(value ?? "");
    const [from, to] = [shown(a.content.answers[key]), shown(b.content.answers[key])];
    return from === to ? [] : [{ kind: "answer", label: field?.label ?? key, from, to }];
  });
}

const pointsChange = ({ points: a }: Sections, { points: b }: Sections): OfCase => ({
  kind: "points",
  from: a?.content.total ?? null,
  to: b?.content.total ?? null,
});

/** Until the city has points, its order follows the districts', whose changes are named anyway. */
function standingChanges({ standing: a }: Sections, { standing: b }: Sections): OfCase[] {
  const [was, is] = [a?.content, b?.content];
  if (!was || !is) return [];
  const hasPoints = [was, is].some(({ corrected, own }) => corrected !== null || own !== null);
  if (hasPoints && was.basis !== is.basis) return [{ kind: "basis", to: is.basis }];
  const rows = (rows: typeof was.rows) => contentHash(rows);
  const [from, to] = [was, is].map(({ basis, corrected, own }) => (basis === "city" ? own : corrected));
  if (hasPoints && (from !== to || rows(was.rows) !== rows(is.rows)))
    return [{ kind: "verified", from: from ?? null, to: to ?? null }];
  const { place: before } = was;
  const { place: after } = is;
  if (!before || !after || (before.rank === after.rank && before.joint === after.joint)) return [];
  return [{ kind: "place", from: before, to: after }];
}

function gateChanges({ gate: a }: Sections, { gate: b }: Sections): OfCase[] {
  if (!a || !b) return [];
  const { state, declaration } = b.content;
  const states = { submitted: "takesPart", withdrawn: "withdrawn", excluded: "excluded" } as const;
  const isMoved = a.content.state !== state;
  const isDeclared = a.content.declaration !== declaration && state === "submitted";
  return [
    ...(isMoved || !isDeclared ? [{ kind: states[state] }] : []),
    ...(isDeclared ? [{ kind: "declaration" as const, to: declaration }] : []),
  ];
}
