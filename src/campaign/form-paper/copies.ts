import { showAnswer } from "../../platform/conversation/answers/show-answer.ts";
import { qrCode } from "../../platform/documents/qr-code.ts";
import type { TemplateCopy } from "../../platform/documents/word/fill-template.ts";
import { dayOf } from "../../shared/civil-date.ts";
import { answersAsForm } from "../application/answers-as-form.ts";
import type { Application } from "../application/application.ts";
import { checkNumber, checkQr, shownCheckNumber } from "../application/check-number.ts";
import { applicationForm } from "../application/form.ts";
import { revisionNamed } from "../application/revision.ts";
import { relabelled } from "../definition/governed-form.ts";
import type { Field, Form } from "../definition/purposes.ts";
import { fullDayWords } from "../definition/wording.ts";
import type { Context } from "../engine/context.ts";
import { enteredFor, onBehalfLine } from "../engine/on-behalf.ts";
import { labelPlace } from "./form-template.ts";
import { formPaperPhrases as phrases } from "./phrases.ts";
import { splitStatement } from "./statement.ts";

/** Length of a side of the printed QR code, in millimetres. */
export const QR_SIDE = 13;
const { places } = phrases;

/** The printed form of a submitted application, as it was last submitted. */
export async function submittedCopy(
  context: Context,
  application: Application,
  opinions: ReadonlyMap<string, string>,
): Promise<TemplateCopy> {
  const form = applicationForm(context);
  const { answers } = await answersAsForm(context, application);
  const texts = new Map<string, string>(labelTexts(form, answers));
  let rest = "";
  for (const field of form.fields) {
    const value = answers[field.key];
    const shown = value === undefined ? "" : showAnswer(field, value);
    const split = field.overflow ? splitStatement(shown, field.maxCharacters) : { box: shown, rest: "" };
    texts.set(field.label, split.box);
    rest ||= split.rest;
  }
  for (const { id, label } of form.opinions) texts.set(label, opinions.get(id) ?? "");
  const { id: caseId, revision } = application;
  const submitted = await revisionNamed(context.tx, { caseId, revision });
  const number = checkNumber(submitted);
  const on = fullDayWords(dayOf(submitted.submittedAt));
  const { typedBy, responsible } = submitted;
  const by = await onBehalfLine(context, typedBy === responsible ? undefined : enteredFor(typedBy, responsible));
  const footer = phrases.footer(application.compoundName, { revision, on, number: shownCheckNumber(number) });
  texts.set(places.footer, by === undefined ? footer : `${by}\n${footer}`);
  texts.set(places.attached, rest);
  return {
    texts,
    pictures: new Map([[places.qr, { png: await qrCode(checkQr("form", [number])), side: QR_SIDE }]]),
    leftOut: [places.supplement, ...(rest === "" ? [places.attached] : [])],
  };
}

/** The empty form, with boxes to tick where there is a choice. */
export function blankCopy(context: Pick<Context, "campaign" | "rulings">): TemplateCopy {
  const form = applicationForm(context);
  const texts = new Map<string, string>(labelTexts(form, {}));
  for (const field of form.fields) texts.set(field.label, boxesOf(field));
  for (const { label } of form.opinions) texts.set(label, "");
  texts.set(places.footer, phrases.blankFooter(form.title));
  texts.set(places.qr, "");
  texts.set(places.supplement, "");
  return { texts, pictures: new Map(), leftOut: [places.attached] };
}

const labelTexts = (form: Form, answers: Readonly<Record<string, unknown>>): [string, string][] => {
  const named = relabelled(form, answers);
  const pairs = (before: readonly { label: string }[], after: readonly { label: string }[]) =>
    before.map(({ label }, at): [string, string] => [labelPlace(label), after[at]?.label ?? label]);
  return [...pairs(form.fields, named.fields), ...pairs(form.opinions, named.opinions)];
};

/** Characters that fit beside one another in the cell, so that no box is parted from its option. */
const BOX_LINE = 26;

/** The options in as few lines as hold them whole. */
export function boxesOf({ options }: Pick<Field, "options">): string {
  const lines: string[] = [];
  for (const { text, detail } of options) {
    const option = [phrases.option(text), ...detail.map(({ label }) => phrases.detail(label))].join("　");
    const last = lines.at(-1);
    const joined = last === undefined ? option : `${last}　${option}`;
    if (last !== undefined && joined.length <= BOX_LINE) lines[lines.length - 1] = joined;
    else lines.push(option);
  }
  return lines.join("\n");
}
