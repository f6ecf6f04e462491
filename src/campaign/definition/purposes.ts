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

// What the program looks up in a definition, by purpose and never by id. Undefined or empty: the definition has no such
// part, and what hangs on it is not offered.

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

/** @param level 2 for the list by which a district recommends on what it was recommended */
export const deliverableFor = (
  { campaign }: Definition,
  purpose: DeliverablePurpose,
  level = 1,
): Deliverable | undefined => campaign.deliverables.find((item) => item.purpose === purpose && item.level === level);

/** The stages in which the step is offered, in their order. */
export const stagesWith = ({ campaign }: Definition, step: Step): readonly Stage[] =>
  campaign.stages.filter(({ steps }) => steps.includes(step));

/** Whether the campaign has the step at all. */
export const offers = (definition: Definition, step: Step): boolean => stagesWith(definition, step).length > 0;

/** The form in which a deliverable is filled in. */
export function formFor(definition: Definition, purpose: DeliverablePurpose): Form | undefined {
  const id = deliverableFor(definition, purpose)?.form;
  return definition.forms.find((form) => form.id === id);
}

export const fieldFor = (form: Form, purpose: FieldPurpose): Field | undefined =>
  form.fields.find((field) => field.purpose === purpose);

/** The same where there may be several: every disqualifying declaration. */
export const fieldsFor = (form: Form, purpose: FieldPurpose): readonly Field[] =>
  form.fields.filter((field) => field.purpose === purpose);

/** The first row for the purpose. */
export const rowFor = (rubric: Rubric, purpose: RowPurpose): Criterion | undefined => rowsFor(rubric, purpose)[0];

export const rowsFor = (rubric: Rubric, purpose: RowPurpose): readonly Criterion[] =>
  rubric.sections.flatMap(({ criteria }) => criteria.filter((row) => row.purpose === purpose));

/** @param of a category's own number where it has one, else the common one; the level of recommendation */
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

export const rulingDeciding = ({ rulings }: Definition, decision: Decision): Ruling | undefined =>
  rulings.find(({ decides }) => decides === decision);

/** What the program reads on a decision: the answer's own value, else the default's; empty where nobody decides it. */
export function decided(definition: Definition, decision: Decision, inForce: RulingsInForce): RulingValue {
  const ruling = rulingDeciding(definition, decision);
  return ruling ? { ...ruling.default?.value, ...inForce.get(ruling.id)?.value } : {};
}

/** Whether the decision is asked for, without a default, and nobody has answered: what hangs on it waits. */
export function isOpen(definition: Definition, decision: Decision, inForce: RulingsInForce): boolean {
  const ruling = rulingDeciding(definition, decision);
  return ruling !== undefined && ruling.default === undefined && !inForce.has(ruling.id);
}
