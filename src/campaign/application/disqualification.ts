import type { FormState } from "../../platform/conversation/form-state.ts";
import { type CivilDate, dayOf } from "../../shared/civil-date.ts";
import { decided, type Field, fieldsFor, isOpen, rulingDeciding } from "../definition/purposes.ts";
import { sourceWords } from "../definition/source-words.ts";
import type { Context } from "../engine/context.ts";
import type { DeclarationState } from "./application.ts";
import { applicationForm } from "./form.ts";
import { applicationPhrases } from "./phrases.ts";
import { type AccidentWindow, type DeclarationReading, type Declared, declarationOf, readDeclared } from "./rules.ts";

/** Combined result of the disqualifying declarations in a form. */
export interface Disqualification {
  declaration: DeclarationState;
  /** Reason for 不得参与, in words; undefined if the case may take part. */
  exclusion: string | undefined;
  /** Why a declared event does not exclude: the computation, in words. */
  settled: string | undefined;
  /** Id of the ruling that set the time window of the exclusion. */
  ruling: string | undefined;
}

type Now = Pick<Context, "campaign" | "rulings" | "now">;

/** @param firstOn day of the first submission: later ones do not move the window */
export function disqualificationOf(
  context: Now,
  { answers }: Pick<FormState, "answers">,
  firstOn: CivilDate = dayOf(context.now),
): Disqualification {
  const { definition } = context.campaign;
  const window = accidentWindow(context);
  const readings = fieldsFor(applicationForm(context), "disqualification").map((field): FieldReading => {
    const declared = declaredIn(field, answers[field.key]);
    return { field, declared, reading: readDeclared(declared, { submittedOn: firstOn, window }) };
  });
  const out = readings.find(({ reading }) => reading.excluded);
  const past = out ? undefined : readings.find(({ reading }) => reading.declaration === "declared");
  const dated = (out ?? past)?.reading.since !== undefined;
  return {
    declaration: declarationOf(readings.map(({ reading }) => reading)),
    exclusion: out && exclusionOf(context, out),
    settled: past && settledOf(context, past, firstOn),
    ruling: dated ? rulingDeciding(definition, "accidentWindow")?.id : undefined,
  };
}

interface FieldReading {
  field: Field;
  declared: Declared;
  reading: DeclarationReading;
}

function settledOf(
  { campaign: { definition } }: Now,
  { field, declared, reading }: FieldReading,
  firstOn: CivilDate,
): string | undefined {
  const { happenedOn } = declared;
  if (happenedOn === undefined || reading.since === undefined) return undefined;
  return applicationPhrases.outsideWindow(field.label, {
    ...{ happenedOn, since: reading.since, firstOn },
    source: sourceWords(definition, disqualifyingLines(definition, field)),
    ruling: rulingDeciding(definition, "accidentWindow")?.id,
  });
}

function exclusionOf({ campaign: { definition } }: Now, { field, reading }: FieldReading): string {
  return applicationPhrases.exclusion(field.label, {
    since: reading.since,
    source: sourceWords(definition, disqualifyingLines(definition, field)),
    ruling: reading.since && rulingDeciding(definition, "accidentWindow")?.id,
  });
}

/** Plan lines with the rule behind the field; the field's own lines if the definition names no rule. */
export const disqualifyingLines = (
  { requirements }: Context["campaign"]["definition"],
  field: Field,
): readonly number[] => requirements.disqualifications.find((one) => one.field === field.key)?.line ?? field.line;

function declaredIn({ options }: Field, answer: FormState["answers"][string] | undefined): Declared {
  const { choice, details } = typeof answer === "object" ? answer : { choice: answer, details: {} };
  const option = options.find(({ value }) => value === choice);
  const day = option?.detail.find(({ purpose }) => purpose === "happenedOn");
  const known: Readonly<Record<string, string>> = details;
  return {
    verdict: option?.verdict ?? "clear",
    dated: day !== undefined,
    happenedOn: day && known[day.key],
  };
}

function accidentWindow({ campaign: { definition }, rulings }: Now): AccidentWindow {
  if (isOpen(definition, "accidentWindow", rulings)) return { kind: "open" };
  const { yearsBefore } = decided(definition, "accidentWindow", rulings);
  return typeof yearsBefore === "number" ? { kind: "years", years: yearsBefore } : { kind: "always" };
}
