import type { Definition } from "../../definition/definition.ts";
import type { Field, Form } from "../../definition/purposes.ts";
import type { Member } from "../../directory/member.ts";
import { districtScope, isWithin, reachesSite } from "../../directory/scope.ts";
import type { Application } from "../application.ts";
import { answerHash } from "../revision.ts";
import { type Office, officesOf } from "./offices.ts";
import type { Opinion } from "./opinion.ts";

/**
 * nobody: the case has no such body. missing: to be recorded. given: in force. toConfirm: what it was given on has
 * changed since (须重新确认). later: the city's, which comes after 核验.
 */
export type OfficeState = "nobody" | "missing" | "given" | "toConfirm" | "later";

export interface OfficeStanding {
  office: Office;
  state: OfficeState;
  /** The newest that was not withdrawn. */
  opinion: Opinion | undefined;
  /** Labels of the printed fields that have changed since it was given. */
  changed: readonly string[];
}

/** What opinions on a case are judged by. */
export interface OpinionFacts {
  form: Form;
  application: Pick<Application, "answers" | "revision">;
  /** All submissions, oldest first. */
  revisions: readonly { revision: number; answers: Application["answers"] }[];
  /** Submissions whose change was marked 更正笔误. */
  slips: ReadonlySet<number>;
  opinions: readonly Opinion[];
}

/**
 * Fields whose change asks for opinions to be confirmed: those that the paper has above the opinions, on its cover and in
 * its table. Phone numbers are printed too, and remarks below, but nobody gives an opinion on them.
 */
export function fieldsOpined({ paper, fields }: Pick<Form, "paper" | "fields">): readonly Field[] {
  const printed = paper ? new Set([...paper.cover, ...paper.rows.flat()]) : undefined;
  return fields.filter(
    ({ key, mark, kind, purpose }) =>
      kind !== "phone" && (printed ? printed.has(key) : mark === "plan" && purpose !== "remarks"),
  );
}

/** Where each office of the form stands, in the form's order. */
export function standingsOf(facts: OpinionFacts): OfficeStanding[] {
  return officesOf(facts.form, facts.application.answers).map((office) => {
    const opinion = inForce(facts.opinions, office.id);
    const changed = opinion ? changedSince(facts, opinion.revision) : [];
    return { office, opinion, changed, state: stateOf(office, opinion, changed) };
  });
}

function stateOf(office: Office, opinion: Opinion | undefined, changed: readonly string[]): OfficeState {
  if (opinion) return changed.length > 0 ? "toConfirm" : "given";
  if (office.nobody) return "nobody";
  return office.givenBy === "city" ? "later" : "missing";
}

const inForce = (opinions: readonly Opinion[], office: string): Opinion | undefined =>
  opinions
    .filter((one) => one.office === office && !one.withdrawn)
    .toSorted((one, other) => one.number - other.number)
    .at(-1);

/**
 * Labels of the fields that reopen opinions and read otherwise now than in that submission. What only slips changed, and
 * what was changed back, is not among them.
 */
export function changedSince(
  { form, application, revisions, slips }: Omit<OpinionFacts, "opinions">,
  since: number,
): string[] {
  const at = new Map(revisions.map(({ revision, answers }) => [revision, answers]));
  const differ = (key: string, one: number, other: number) =>
    answerHash(at.get(one) ?? {}, key) !== answerHash(at.get(other) ?? {}, key);
  const steps = revisions.map(({ revision }) => revision).filter((one) => one > since && one <= application.revision);
  return fieldsOpined(form)
    .filter(({ key }) => differ(key, since, application.revision))
    .filter(({ key }) => steps.some((step) => !slips.has(step) && differ(key, step - 1, step)))
    .map(({ label }) => label);
}

/** Labels of the fields that reopen opinions and that the last submission changed; empty for the first. */
export function lastChanged(facts: Omit<OpinionFacts, "opinions">): string[] {
  const { revision } = facts.application;
  return revision < 2 ? [] : changedSince({ ...facts, slips: new Set() }, revision - 1);
}

export type OrderProblem =
  /** The case has no such body. */
  | { kind: "nobody"; office: Office }
  /** The city's comes after 核验. */
  | { kind: "later"; office: Office }
  /** The office before has not given its opinion. */
  | { kind: "before"; office: Office; missing: Office };

/**
 * Why opinions of these offices cannot be recorded now; undefined: they can. Those that are recorded together count for
 * each other.
 */
export function orderProblem(
  standings: readonly OfficeStanding[],
  offices: readonly string[],
): OrderProblem | undefined {
  for (const [at, { office, state }] of standings.entries()) {
    if (!offices.includes(office.id)) continue;
    if (office.givenBy === "city") return { kind: "later", office };
    if (state === "nobody") return { kind: "nobody", office };
    const missing = standings.slice(0, at).find((one) => one.state === "missing" && !offices.includes(one.office.id));
    if (missing) return { kind: "before", office, missing: missing.office };
  }
  return undefined;
}

/** Of the district's offices those with an opinion in force, and all that have to give one. */
export function countOf(standings: readonly OfficeStanding[]): { given: number; of: number } {
  const asked = standings.filter(({ office, state }) => office.givenBy === "district" && state !== "nobody");
  return { given: asked.filter(({ state }) => state === "given").length, of: asked.length };
}

/**
 * Whether the form of a case is kept from a person: a district sees its own and those of the districts below at any time;
 * who oversees everything, and who is assigned to the case for 核验, once its district has reported it.
 */
export function isFormKept(
  definition: Definition,
  member: Member,
  { id: caseId, district, reported }: { id: string; district: string; reported: boolean },
): boolean {
  const officer = { ...member, roles: member.roles.filter((role) => role.district !== undefined) };
  const own = districtScope(definition, officer, "application.see");
  if (own !== "all" && isWithin(own, district)) return false;
  if (!reported) return true;
  const isSite = reachesSite(definition, member, { capability: "application.see", caseId });
  return !isSite && districtScope(definition, member, "application.see") !== "all";
}
