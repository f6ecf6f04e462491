import { readLabelled } from "../../platform/conversation/labelled-answers.ts";
import { type Form, fieldFor } from "../definition/purposes.ts";
import { districtsOf, mayMember } from "../directory/member.ts";
import { nounsOf } from "../directory/nouns.ts";
import { pastedFor } from "../engine/dispatch/extension-points.ts";
import { extend } from "../engine/feature.ts";
import { plainName } from "./find-application.ts";
import { applicationForm } from "./form.ts";
import { hasApplications } from "./offered.ts";
import { applicationPhrases as phrases } from "./phrases.ts";
import { applicationsOf } from "./store.ts";

/** Rows that make a text a form. */
const FEWEST = 3;

/** A form that was pasted, and the name of its case, empty where none stands in it; undefined for other texts. */
export function pastedForm(form: Form, text: string): { name: string } | undefined {
  const { answers, rows } = readLabelled(form, text);
  if (rows < FEWEST || answers.length < FEWEST) return undefined;
  const key = fieldFor(form, "name")?.key;
  return { name: answers.find(({ question }) => question.key === key)?.text ?? "" };
}

/**
 * The text of a form behind a command, and the name of its case; a name alone on the first line has its label written
 * before it. Undefined where no label of the form begins a line.
 */
export function namedText(form: Form, verbatim: string): { name: string; text: string } | undefined {
  const field = fieldFor(form, "name");
  const { answers, head, rows } = readLabelled(form, verbatim);
  if (rows === 0) return undefined;
  const said = answers.find(({ question }) => question.key === field?.key)?.text ?? "";
  if (said !== "" || !field || head === "" || head.includes("\n") || !verbatim.startsWith(head))
    return { name: said, text: verbatim };
  return { name: head, text: `${field.label}：${verbatim}` };
}

/** A whole form without a command may be one to fill in, or to change one that was submitted. */
export const pastedApplication = extend(pastedFor, async (context, { text, person }) => {
  const { definition } = context.campaign;
  if (!hasApplications(definition) || !mayMember(definition, person, "application.fill")) return undefined;
  const form = pastedForm(applicationForm(context), text);
  if (!form) return undefined;
  const all = await applicationsOf(context.tx, context.campaign.id, { states: ["submitted", "excluded"] });
  const own = districtsOf(definition, person);
  const noun = nounsOf(definition).case;
  const known = all.filter(
    ({ district, compoundName }) =>
      own.includes(district) && form.name !== "" && plainName(compoundName, noun) === plainName(form.name, noun),
  );
  return [
    ...known
      .map(({ compoundName }) => phrases.editOf(compoundName))
      .map((name) => ({ name, typed: `${name}\n${text}` })),
    { name: phrases.start(), typed: phrases.fillPasted(text) },
  ];
});
