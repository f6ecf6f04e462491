import { reckonedOnce } from "../../shared/reckoned-once.ts";
import type { Definition } from "./definition.ts";
import type { RulingsInForce } from "./rulings-in-force.ts";
import type { Decision } from "./schema/decisions.ts";
import type {
  AnnexPurpose,
  DeliverablePurpose,
  FieldPurpose,
  PublicationPurpose,
  QuotaPurpose,
  RowPurpose,
  Step,
} from "./schema/purposes.ts";
import type { RulingValue } from "./schema/rulings.ts";

// Lookups by purpose, never by id. Undefined or empty: the definition has no such part, and the dependent functions are
// not offered.

export type Stage = Definition["campaign"]["stages"][number];
export type Deliverable = Definition["campaign"]["deliverables"][number];
export type Quota = Definition["campaign"]["quotas"][number];
export type Publication = Definition["campaign"]["publications"][number];
export type Annex = Definition["campaign"]["annexes"][number];
export type District = Definition["campaign"]["districts"][number];
export type Ruling = Definition["rulings"][number];
export type Form = Definition["forms"][number];
export type Field = Form["fields"][number];
export type Rubric = Definition["rubric"];
export type Criterion = Rubric["sections"][number]["criteria"][number];

const LEADING: readonly Deliverable["purpose"][] = ["application", "review", "list"];

/** It leads to a place on the published list: after 公布 it is not accepted, or what is not done of it leads to nothing. */
export const leadsToList = ({ purpose }: Pick<Deliverable, "purpose">): boolean => LEADING.includes(purpose);

/** @param level 2: the list an upper district makes from the lists it receives */
export const deliverableFor = (
  { campaign }: Definition,
  purpose: DeliverablePurpose,
  level = 1,
): Deliverable | undefined => campaign.deliverables.find((item) => item.purpose === purpose && item.level === level);

const byStep = reckonedOnce((stages: readonly Stage[]) => {
  const steps = new Set(stages.flatMap((stage) => stage.steps));
  return new Map([...steps].map((step) => [step, stages.filter((stage) => stage.steps.includes(step))]));
});

/** Stages that offer the step, in order. */
export const stagesWith = ({ campaign }: Definition, step: Step): readonly Stage[] =>
  byStep(campaign.stages).get(step) ?? [];

/** True if any stage offers the step. */
export const offers = (definition: Definition, step: Step): boolean => stagesWith(definition, step).length > 0;

export function formFor(definition: Definition, purpose: DeliverablePurpose): Form | undefined {
  const id = deliverableFor(definition, purpose)?.form;
  return definition.forms.find((form) => form.id === id);
}

export const fieldFor = (form: Form, purpose: FieldPurpose): Field | undefined =>
  form.fields.find((field) => field.purpose === purpose);

/** For purposes that several fields can have, e.g. disqualifying declarations. */
export const fieldsFor = (form: Form, purpose: FieldPurpose): readonly Field[] =>
  form.fields.filter((field) => field.purpose === purpose);

export const rowFor = (rubric: Rubric, purpose: RowPurpose): Criterion | undefined => rowsFor(rubric, purpose)[0];

/** By rubric: looked for once in each, as a ranking asks for every case. */
const rowsByPurpose = new WeakMap<Rubric, ReadonlyMap<RowPurpose | undefined, readonly Criterion[]>>();

export function rowsFor(rubric: Rubric, purpose: RowPurpose): readonly Criterion[] {
  const rows =
    rowsByPurpose.get(rubric) ??
    Map.groupBy(
      rubric.sections.flatMap(({ criteria }) => criteria),
      (row) => row.purpose,
    );
  rowsByPurpose.set(rubric, rows);
  return rows.get(purpose) ?? [];
}

/** Prefers the quota of the category to the common one. `level` is the level of recommendation. */
export function quotaFor(
  { campaign }: Definition,
  purpose: QuotaPurpose,
  { category, level = 1 }: { category?: string; level?: number } = {},
): Quota | undefined {
  const fitting = campaign.quotas.filter((quota) => quota.purpose === purpose && quota.level === level);
  return (
    (category === undefined ? undefined : fitting.find((quota) => quota.category === category)) ??
    fitting.find((quota) => quota.category === undefined)
  );
}

export const publicationFor = ({ campaign }: Definition, purpose: PublicationPurpose): Publication | undefined =>
  campaign.publications.find((item) => item.purpose === purpose);

export const annexFor = ({ campaign }: Definition, purpose: AnnexPurpose): Annex | undefined =>
  campaign.annexes.find((item) => item.purpose === purpose);

const byDecision = reckonedOnce(
  // Of several the first counts.
  (rulings: Definition["rulings"]) => new Map(rulings.toReversed().map((one) => [one.decides, one])),
);

export const rulingDeciding = ({ rulings }: Pick<Definition, "rulings">, decision: Decision): Ruling | undefined =>
  byDecision(rulings).get(decision);

/** Default value overridden by the answer in force; empty if no ruling covers the decision. */
export function decided(definition: Definition, decision: Decision, inForce: RulingsInForce): RulingValue {
  const ruling = rulingDeciding(definition, decision);
  return ruling ? { ...ruling.default?.value, ...inForce.get(ruling.id)?.value } : {};
}

/** True if the decision has a ruling with neither default nor answer. Dependent work then waits. */
export function isOpen(definition: Definition, decision: Decision, inForce: RulingsInForce): boolean {
  const ruling = rulingDeciding(definition, decision);
  return ruling !== undefined && ruling.default === undefined && !inForce.has(ruling.id);
}
