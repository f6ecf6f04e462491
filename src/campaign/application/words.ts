import type { Definition } from "../definition/definition.ts";
import { annexFor, deliverableFor, fieldFor, fieldsFor } from "../definition/purposes.ts";
import { sourceWords } from "../definition/source-words.ts";
import { type Nouns, nounsOf } from "../directory/nouns.ts";
import { formOf, hasRecommendation, hasReview } from "./offered.ts";

/** `reviewed`: the review is finalized, so that the case can be recommended. `published`: no list is accepted any more. */
export type NextStep = "review" | "reviewed" | "recommendation" | "published" | "nothing";

/** Campaign words for sentences about applications. */
export interface ApplicationWords extends Nouns {
  /** 申报表, 推荐表 */
  form: string;
  /** The form as the plan's annex is called: 附件3. */
  paper: string;
  /** Next step of the district after submission. */
  next: NextStep;
}

export const wordsOf = (definition: Definition): ApplicationWords => ({
  ...nounsOf(definition),
  form: deliverableFor(definition, "application")?.name ?? "申报表",
  paper: annexFor(definition, "form")?.name ?? formOf(definition)?.title ?? "",
  next: nextOf(definition),
});

function nextOf(definition: Definition): ApplicationWords["next"] {
  if (hasReview(definition)) return "review";
  return hasRecommendation(definition) ? "recommendation" : "nothing";
}

const WINDOW = /^近[^内]{1,4}内/u;
const ASKED = /^(?:有无|是否有|是否发生|有没有)/u;
const MAJOR = /^重大/u;

/** Event in the label of a declaration: 重大安全责任事故 in 近两年内重大安全责任事故. */
export const eventWords = (label: string): string => label.replace(WINDOW, "").replace(ASKED, "");

/** Short topic of a pending declaration: 安全责任事故. */
export const topicWords = (label: string): string => eventWords(label).replace(MAJOR, "");

/** Topic of the campaign's pending declarations; a common name if there are several. */
export function pendingTopic(definition: Definition): string {
  const form = formOf(definition);
  const [field, ...others] = form ? fieldsFor(form, "disqualification") : [];
  if (field && others.length === 0) return topicWords(field.label);
  return definition.requirements.disqualifications[0]?.name ?? "不得参与";
}

/** Label of the pending option on the form: 待核实. */
export function pendingOption(definition: Definition): string {
  const form = formOf(definition);
  const options = form ? fieldsFor(form, "disqualification").flatMap(({ options: all }) => all) : [];
  return options.find(({ verdict }) => verdict === "pending")?.text ?? "待核实";
}

/** Source of the disqualifications in the plan; undefined if the plan has none. */
export function disqualifyingSource(definition: Definition): string | undefined {
  const lines = definition.requirements.disqualifications.flatMap(({ line }) => line);
  return lines.length === 0 ? undefined : sourceWords(definition, lines);
}

/** Source of the form: its annex, plus the list's annex if the form has fields printed only there. */
export function formSource(definition: Definition): string {
  const form = formOf(definition);
  const { columns, line } = definition.recommendationList;
  const asksForList =
    deliverableFor(definition, "list") !== undefined &&
    columns.some(({ from }) => from.kind === "field" && from.form === form?.id);
  return sourceWords(definition, [...(form?.line ?? []), ...(asksForList ? line : [])]);
}

/** Field for the 修改 example: the address if there is one, else the name. */
export function exampleLabel(definition: Definition): string {
  const form = formOf(definition);
  return (form && (fieldFor(form, "address") ?? fieldFor(form, "name")))?.label ?? nounsOf(definition).caseName;
}
