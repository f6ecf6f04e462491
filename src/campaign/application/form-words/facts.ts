import { parseAnswer } from "../../../platform/conversation/answers/parse-answer.ts";
import type { Form, Question } from "../../../platform/conversation/field.ts";
import { fieldsMeant } from "../../../platform/conversation/meant-elsewhere.ts";
import { stepPhrases } from "../../../platform/conversation/phrases.ts";
import { cleanLine } from "../../../platform/conversation/plain.ts";
import type { CivilDate } from "../../../shared/civil-date.ts";
import { mayMember } from "../../directory/member.ts";
import { understood } from "../../engine/dispatch/extension-points.ts";
import { extend } from "../../engine/feature.ts";
import { answerContext, applicationForm } from "../form.ts";
import { hasApplications } from "../offered.ts";
import { factPhrases as phrases } from "../phrases.ts";
import { applicationsOf } from "../store.ts";
import { caseName, formsBegun } from "../take-up.ts";
import { changesIn } from "./change-of-case.ts";

/** In characters: what a button can send. */
const MOST_SENT = 120;
const MOST_BUTTONS = 8;
const VERB = /^\s*(?:[:：]|应该是|应为|就是|是|为)\s*(?=\S)/u;

interface Fact {
  label: string;
  value: string;
}

/** 小区地址是滨河路3号, 滨河路3号: what a text says of a form, with the label of each field that it may be for. */
export function factsIn(form: Form, text: string, when: { today: CivilDate; year: number }): readonly Fact[] {
  const line = cleanLine(text);
  // Rows and tables are a form, or a part of one.
  if (line.length > MOST_SENT || /[\n\t]/u.test(text.trim())) return [];
  const labelled = form.fields.flatMap((field) => labelledFact(field, line));
  const facts = labelled.length > 0 ? labelled : fieldsMeant(form, line, when).map((field) => ({ field, value: line }));
  return facts
    .filter(({ field, value }) => parseAnswer(field, value, when).ok)
    .map(({ field, value }) => ({ label: field.label, value }));
}

function labelledFact(field: Question, line: string): { field: Question; value: string }[] {
  const rest = line.startsWith(field.label) ? line.slice(field.label.length) : "";
  return VERB.test(rest) ? [{ field, value: rest.replace(VERB, "") }] : [];
}

/** A fact without an open form is recorded nowhere: it is asked which form, and which field, it is for. */
export const factsUnopened = extend(understood, async (context, { text, person, place }) => {
  const { campaign, tx } = context;
  const { definition } = campaign;
  if (place !== "direct" || !hasApplications(definition) || !mayMember(definition, person, "application.fill"))
    return undefined;
  const form = applicationForm(context);
  const facts = factsIn(form, text, answerContext(context));
  const lines = facts.length > 0 ? [] : (changesIn(form, cleanLine(text), answerContext(context)) ?? []);
  if (facts.length + lines.length === 0) return undefined;
  const forms = (await formsBegun(context, person.staffId)).map((form) => caseName(context, form));
  const own = person.roles.map(({ district }) => district);
  const submitted = (await applicationsOf(tx, campaign.id, { states: ["submitted"] }))
    .filter(({ district }) => own.includes(district))
    .map(({ compoundName }) => compoundName);
  const names = [...new Set([...forms, ...submitted])].filter((name) => name !== "");
  const typed = [...facts.map(({ label, value }) => [stepPhrases.changeTyped(label, value)]), ...lines];
  const changes = typed.flatMap((all) => names.map((name) => ({ name, all })));
  return changes.length === 0 || changes.length > MOST_BUTTONS ? undefined : phrases.which(cleanLine(text), changes);
});
