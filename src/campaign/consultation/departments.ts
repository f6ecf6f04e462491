import { clausesOf, requirementOf } from "../application/requirements/requirements.ts";
import { topicWords } from "../application/words.ts";
import type { Definition } from "../definition/definition.ts";
import { formFor } from "../definition/purposes.ts";
import { sourceWords } from "../definition/source-words.ts";
import type { Department } from "./consultation.ts";

/** Something that a department may know of: a clause, or what keeps a case out. */
export interface Concern {
  id: string;
  isClause: boolean;
  /** As it is named in a line: 7-3; 安全责任事故. */
  name: string;
  /** With what it is about: 7-3设施与秩序. */
  label: string;
  /** The plan's words, and where they stand. */
  wording: string;
  source: string;
}

/** What the department is asked about: what keeps a case out first, then the clauses. */
export const concernsOf = (definition: Definition, department: Department): readonly Concern[] => [
  ...department.disqualifications.flatMap((id) => disqualificationConcern(definition, id) ?? []),
  ...department.clauses.flatMap((id) => clauseConcern(definition, id) ?? []),
];

/** The same of any department, by id; undefined for what the definition does not have. */
export const concernOf = (definition: Definition, id: string): Concern | undefined =>
  clauseConcern(definition, id) ?? disqualificationConcern(definition, id);

export const isClause = (definition: Definition, id: string): boolean =>
  clausesOf(definition).some((one) => one.id === id);

function clauseConcern(definition: Definition, id: string): Concern | undefined {
  const clause = clausesOf(definition).find((one) => one.id === id);
  if (!clause) return undefined;
  const { requirements } = definition.requirements;
  const short = requirements.find((one) => one.id === requirementOf(definition, id))?.short ?? "";
  const source = sourceWords(definition, clause.line);
  return { id, isClause: true, name: id, label: `${id}${short}`, wording: clause.text, source };
}

function disqualificationConcern(definition: Definition, id: string): Concern | undefined {
  const found = definition.requirements.disqualifications.find((one) => one.id === id);
  if (!found) return undefined;
  const field = formFor(definition, "application")?.fields.find(({ key }) => key === found.field);
  const name = field ? topicWords(field.label) : found.name;
  return { id, isClause: false, name, label: name, wording: found.text, source: sourceWords(definition, found.line) };
}

/** Names of what is named by its ids: 7-2、7-3. */
export const concernNames = (definition: Definition, ids: readonly string[]): string =>
  ids.map((id) => concernOf(definition, id)?.name ?? id).join("、");

/** The department that the words begin with, by name or what it is called besides, and the rest of them. */
export function departmentAt(
  definition: Definition,
  words: string,
): { department: Department; rest: string } | undefined {
  const text = words.trim();
  const called = definition.campaign.departments
    .flatMap((department) => [department.name, ...department.aliases].map((name) => ({ department, name })))
    .toSorted((one, other) => other.name.length - one.name.length);
  const found = called.find(({ name }) => text.startsWith(name));
  return found && { department: found.department, rest: text.slice(found.name.length).replace(/^[\s,，:：、]+/u, "") };
}
