import { readLabelled } from "../../platform/conversation/labelled-answers.ts";
import { type Form, fieldFor } from "../definition/purposes.ts";
import { mayMember } from "../directory/member.ts";
import { pastedFor } from "../engine/dispatch/extension-points.ts";
import { extend } from "../engine/feature.ts";
import { applicationForm } from "./form.ts";
import { hasApplications } from "./offered.ts";
import { applicationPhrases as phrases } from "./phrases.ts";

/** Rows that make a text a form. */
const FEWEST = 3;

/** A form that was pasted, and the name of its case, empty where none stands in it; undefined for other texts. */
export function pastedForm(form: Form, text: string): { name: string } | undefined {
  const { answers, rows } = readLabelled(form, text);
  if (rows < FEWEST || answers.length < FEWEST) return undefined;
  const key = fieldFor(form, "name")?.key;
  return { name: answers.find(({ question }) => question.key === key)?.text ?? "" };
}

/** A whole form without a command may be one to fill in. */
export const pastedApplication = extend(pastedFor, async (context, { text, person }) => {
  const { definition } = context.campaign;
  if (!hasApplications(definition) || !mayMember(definition, person, "application.fill")) return undefined;
  return pastedForm(applicationForm(context), text)
    ? [{ name: phrases.start(), typed: phrases.fillPasted(text) }]
    : undefined;
});
