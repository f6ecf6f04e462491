import type { Definition } from "../definition/definition.ts";
import { deliverableFor, fieldFor, fieldsFor } from "../definition/purposes.ts";
import { sourceWords } from "../definition/source-words.ts";
import { type Nouns, nounsOf } from "../directory/nouns.ts";
import { formOf, hasRecommendation, hasReview } from "./offered.ts";

/** The campaign's words as the sentences about its applications need them. */
export interface ApplicationWords extends Nouns {
  /** 申报表, 推荐表 */
  form: string;
  /** What a district does next with what it handed in. */
  next: "review" | "recommendation" | "nothing";
}

export const wordsOf = (definition: Definition): ApplicationWords => ({
  ...nounsOf(definition),
  form: deliverableFor(definition, "application")?.name ?? "申报表",
  next: nextOf(definition),
});

function nextOf(definition: Definition): ApplicationWords["next"] {
  if (hasReview(definition)) return "review";
  return hasRecommendation(definition) ? "recommendation" : "nothing";
}

const WINDOW = /^近[^内]{1,4}内/u;
const ASKED = /^(?:有无|是否有|是否发生|有没有)/u;
const MAJOR = /^重大/u;

/** What a declaration is about, by its label: 重大安全责任事故 of 近两年内重大安全责任事故. */
export const eventWords = (label: string): string => label.replace(WINDOW, "").replace(ASKED, "");

/** What is said of a case whose declaration is not settled: 安全责任事故. */
export const topicWords = (label: string): string => eventWords(label).replace(MAJOR, "");

/** What the pending declarations of the campaign are about; several of them have one name together. */
export function pendingTopic(definition: Definition): string {
  const form = formOf(definition);
  const [field, ...others] = form ? fieldsFor(form, "disqualification") : [];
  if (field && others.length === 0) return topicWords(field.label);
  return definition.requirements.disqualifications[0]?.name ?? "不得参与";
}

/** What a pending declaration is called on the form: 待定, 待核实. */
export function pendingOption(definition: Definition): string {
  const form = formOf(definition);
  const options = form ? fieldsFor(form, "disqualification").flatMap(({ options: all }) => all) : [];
  return options.find(({ verdict }) => verdict === "pending")?.text ?? "待定";
}

/** Where the plan says what disqualifies; undefined where it says nothing of it. */
export function disqualifyingSource(definition: Definition): string | undefined {
  const lines = definition.requirements.disqualifications.flatMap(({ line }) => line);
  return lines.length === 0 ? undefined : sourceWords(definition, lines);
}

/** What the form stands in: its own annex, and the list's where the form also asks what only the list prints. */
export function formSource(definition: Definition): string {
  const form = formOf(definition);
  const { columns, line } = definition.recommendationList;
  const asksForList =
    deliverableFor(definition, "list") !== undefined &&
    columns.some(({ from }) => from.kind === "field" && from.form === form?.id);
  return sourceWords(definition, [...(form?.line ?? []), ...(asksForList ? line : [])]);
}

/** A field that people can be shown how to change: the address, else the name. */
export function exampleLabel(definition: Definition): string {
  const form = formOf(definition);
  return (form && (fieldFor(form, "address") ?? fieldFor(form, "name")))?.label ?? nounsOf(definition).caseName;
}
