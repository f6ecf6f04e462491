import type { AnswerContext } from "../../platform/conversation/answer.ts";
import type { Question } from "../../platform/conversation/field.ts";
import type { StepInput } from "../../platform/conversation/outcome.ts";
import { dayOf } from "../../shared/civil-date.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import type { Definition } from "../definition/definition.ts";
import { governedForm, labelsOf, opinionLabelsOf, relabelled } from "../definition/governed-form.ts";
import { decided, type Form, fieldFor } from "../definition/purposes.ts";
import type { Context } from "../engine/context.ts";
import { formOf, sheetWord } from "./offered.ts";
import { applicationPhrases } from "./phrases.ts";

/**
 * 申报表 with the fields of the definition. Long text may continue in an attachment only if the ruling allows it.
 * @throws {RefusalError} if the campaign has no application form
 */
export function applicationForm({ campaign, rulings }: Pick<Context, "campaign" | "rulings">): Form {
  const form = formOf(campaign.definition);
  if (!form) throw new RefusalError("application.no-form", applicationPhrases.noForm());
  const isForbidden = decided(campaign.definition, "attachmentOverflow", rulings).overflow === false;
  const fields = form.fields.map((printed) => {
    const [, ...labels] = labelsOf(form, printed.key);
    const field = { ...printed, aliases: [...labels, ...printed.aliases], ...notNames(campaign.definition, printed) };
    if (isForbidden) return { ...field, overflow: false };
    return field.overflow ? { ...field, help: applicationPhrases.overflowHelp(field.help ?? "") } : field;
  });
  return { ...form, fields };
}

const PLACES: readonly (string | undefined)[] = ["subdistrict", "neighborhood"];

/** A district is no subdistrict: 柯桥区, 柯桥. */
function notNames({ campaign }: Definition, { purpose }: { purpose?: string | undefined }): Pick<Question, "notNames"> {
  if (!PLACES.includes(purpose)) return {};
  return { notNames: campaign.districts.flatMap(({ name }) => [name, name.replace(/(?<=..)[区县市]$/u, "")]) };
}

/** Every field, named after the owners' body that the answers say. */
export const namedForm = (
  context: Pick<Context, "campaign" | "rulings">,
  { answers }: { answers: Readonly<Record<string, unknown>> },
): Form => relabelled(applicationForm(context), answers);

/** The form as it is asked for with these answers: labels follow the owners' body, and what it has no use for is left out. */
export const askedForm = (
  context: Pick<Context, "campaign" | "rulings">,
  { answers }: { answers: Readonly<Record<string, unknown>> },
): Form => governedForm(applicationForm(context), answers);

export const answerContext = ({
  campaign,
  now,
}: Context): AnswerContext & Pick<StepInput, "nameKey" | "ofOthers"> & { workbook: string } => ({
  today: dayOf(now),
  year: campaign.definition.campaign.year.value,
  workbook: applicationPhrases.exportSheet(sheetWord(campaign.definition)),
  nameKey: nameKeyOf(campaign.definition),
  ofOthers: { labels: opinionLabels(campaign.definition), sentence: applicationPhrases.opinionsElsewhere() },
});

/** Labels of the opinions, which are entered after the form was submitted. */
export function opinionLabels(definition: Definition): readonly string[] {
  const form = formOf(definition);
  return form?.opinions.flatMap(({ id }) => opinionLabelsOf(form, id)) ?? [];
}

const nameKeyOf = (definition: Definition): string | undefined => {
  const form = formOf(definition);
  return form && fieldFor(form, "name")?.key;
};
