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
  /** The last version's cases, to begin with. */
  before: readonly { applicationId: string; reason: string }[];
  dueOn: CivilDate | undefined;
  province: string;
}

/** One choice and one reason for each place, and the province's day. */
export function draftForm(
  cases: readonly { applicationId: string; name: string; districtName: string }[],
  { bounds, before, dueOn, province }: Before,
): ViewForm {
  const places = Number.isFinite(bounds.most) ? bounds.most : Math.max(bounds.least, PLACES);
  const options = cases.map(({ applicationId, name, districtName }) => ({
    ...{ value: applicationId, text: `${name}（${districtName}）` },
  }));
  const kept = before.map((one) => (options.some(({ value }) => value === one.applicationId) ? one : undefined));
  const fields = Array.from({ length: places }, (_, at): ViewField[] => {
    const one = kept[at];
    const required = at < bounds.least;
    return [
      {
        ...{ name: `case${at + 1}`, label: phrases.caseField(at + 1), kind: "select", required, options },
        ...(one ? { value: one.applicationId } : {}),
      },
      {
        ...{ name: `reason${at + 1}`, label: phrases.reasonField(at + 1), kind: "textArea", required },
        ...{ placeholder: phrases.reasonHolder(), ...(one ? { value: one.reason } : {}) },
      },
    ];
  }).flat();
  const due: ViewField = {
    ...{ name: "dueOn", label: phrases.dueField(), kind: "date", required: false },
    ...{ placeholder: phrases.dueHolder(province), ...(dueOn === undefined ? {} : { value: dueOn }) },
  };
  return {
    ...{ id: "provincial-draft", action: PROPOSE_FORM, subject: "0", submitLabel: phrases.submitLabel() },
    fields: [...fields, due],
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

/** The filled-in places, in their order. */
export function choicesIn(values: Readonly<Record<string, unknown>>): Choice[] {
  const places = Object.keys(values).flatMap((name) => /^case(\d+)$/u.exec(name)?.[1] ?? []);
  return places
    .toSorted((one, other) => Number(one) - Number(other))
    .map((place) => ({
      applicationId: textValue(values, `case${place}`),
      reason: textValue(values, `reason${place}`),
    }))
    .filter(({ applicationId }) => applicationId !== "");
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
