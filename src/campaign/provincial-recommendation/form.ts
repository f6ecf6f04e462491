import { z } from "zod";
import type { ViewField, ViewForm } from "../../platform/chat/view.ts";
import { type CivilDate, civilDate, isCivilDate } from "../../shared/civil-date.ts";
import { besideFields } from "../authority/form.ts";
import { provincialPhrases as phrases } from "./phrases.ts";
import type { Choice } from "./rules.ts";

export const PROPOSE_FORM = "provincial-recommendation.propose-form";
export const DECIDE_FORM = "provincial-recommendation.decide-form";
export const SENT_FORM = "provincial-recommendation.sent-form";
export const RESULT_FORM = "provincial-recommendation.result-form";

/** Of the result's form. */
export const RESULT_FIELD = "outcome";

/** Places on the form where the plan names no number. */
const PLACES = 3;

interface Before {
  bounds: { least: number; most: number };
  /** Numbers of the last version's cases on the list above the form, to begin with. */
  numbers: readonly number[];
  dueOn: CivilDate | undefined;
  province: string;
}

/**
 * The numbers of the cases in their order, one reason for each place, and the province's day. A card value holds too
 * little for the names in every field: they stand above the form.
 */
export function draftForm({ bounds, numbers, dueOn, province }: Before): ViewForm {
  const places = Number.isFinite(bounds.most) ? bounds.most : Math.max(bounds.least, PLACES);
  const reasons = Array.from(
    { length: places },
    (_, at): ViewField => ({
      ...{ name: `reason${at + 1}`, label: phrases.reasonField(at + 1), kind: "textArea", required: at < bounds.least },
    }),
  );
  return {
    ...{ id: "provincial-draft", action: PROPOSE_FORM, subject: "0", submitLabel: phrases.submitLabel() },
    fields: [
      {
        ...{ name: "numbers", label: phrases.numbersField(), kind: "text", required: true },
        placeholder: phrases.numbersHolder(places),
        ...(numbers.length === 0 ? {} : { value: numbers.join(" ") }),
      },
      ...reasons,
      {
        ...{ name: "dueOn", label: phrases.dueField(), kind: "date", required: false },
        ...{ placeholder: phrases.dueHolder(province), ...(dueOn === undefined ? {} : { value: dueOn }) },
      },
    ],
  };
}

const text = z.string().trim().optional().catch(undefined);

/** A day as a form submits it; undefined if it is none. */
export function dayValue(values: Readonly<Record<string, unknown>>, name: string): CivilDate | undefined {
  const day = (text.parse(values[name]) ?? "").slice(0, 10);
  return isCivilDate(day) ? civilDate(day) : undefined;
}

export const textValue = (values: Readonly<Record<string, unknown>>, name: string): string =>
  text.parse(values[name]) ?? "";

/**
 * The cases that the numbers name, each with the reason of its place.
 * @param cases in the order in which the card numbers them
 * @returns undefined if the numbers cannot be read
 */
export function choicesIn(
  values: Readonly<Record<string, unknown>>,
  cases: readonly { applicationId: string }[],
): Choice[] | undefined {
  const numbers = textValue(values, "numbers").normalize("NFKC").match(/\d+/gu) ?? [];
  const choices = numbers.flatMap((number, at): Choice[] => {
    const found = cases[Number(number) - 1];
    return found ? [{ applicationId: found.applicationId, reason: textValue(values, `reason${at + 1}`) }] : [];
  });
  return choices.length === numbers.length && choices.length > 0 ? choices : undefined;
}

export const decisionForm = (version: number): ViewForm => ({
  ...{ id: "provincial-decision", action: DECIDE_FORM, subject: String(version), submitLabel: phrases.decideLabel() },
  fields: [
    {
      ...{ name: "verdict", label: phrases.verdictField(), kind: "select", required: true },
      options: [
        { value: "approved", text: phrases.approveLabel() },
        { value: "declined", text: phrases.declineLabel() },
      ],
    },
    ...besideFields(),
  ],
});

export const sentForm = (version: number): ViewForm => ({
  ...{ id: "provincial-sent", action: SENT_FORM, subject: String(version), submitLabel: phrases.saveLabel() },
  fields: [
    { name: "sentOn", label: phrases.sentOnField(), kind: "date", required: true },
    { name: "documentNumber", label: phrases.numberField(), kind: "text", required: false },
    { name: "signedFor", label: phrases.signedField(), kind: "text", required: false },
  ],
});

export const resultForm = (version: number): ViewForm => ({
  ...{ id: "provincial-result", action: RESULT_FORM, subject: String(version), submitLabel: phrases.saveResult() },
  fields: [{ name: RESULT_FIELD, label: phrases.resultField(), kind: "textArea", required: true }],
});
