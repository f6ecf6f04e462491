import { expect } from "vitest";
import { shaoxing } from "../../../../demo/demonstration.ts";
import { formOf } from "../../../../src/campaign/application/offered.ts";
import { begin, type FormState } from "../../../../src/platform/conversation/form-state.ts";
import { step } from "../../../../src/platform/conversation/form-step.ts";
import { openAt } from "../../../../src/platform/conversation/moves.ts";
import type { Step, StepInput } from "../../../../src/platform/conversation/outcome.ts";
import { outcomeView } from "../../../../src/platform/conversation/views.ts";
import { civilDate } from "../../../../src/shared/civil-date.ts";

const printed = formOf(shaoxing().definition);
if (!printed) throw new Error("the demonstration has no application form");
/** The application form of the demonstration. */
export const form = printed;

export const fieldOf = (label: string) => form.fields.find((one) => one.label === label) ?? expect.fail(label);

/** Open at a field, or at the review, with answers by their labels. */
export const at = (label: string | undefined, known: FormState["answers"] = {}): FormState => ({
  ...openAt(begin(form), label === undefined ? undefined : fieldOf(label)),
  answers: Object.fromEntries(Object.entries(known).map(([of, value]) => [fieldOf(of).key, value])),
});

export const say = (state: FormState, text: string, facts: Partial<StepInput> = {}): Step =>
  step(form, state, { text, today: civilDate("2023-08-28"), year: 2023, nameKey: "compoundName", ...facts });

/** One message after another. @returns what the last of them led to */
export const sayAll = (state: FormState, [first = "", ...more]: readonly string[]): Step =>
  more.reduce((done, text) => say(done.state, text), say(state, first));

/** Answers by their labels. */
export const answersOf = ({ answers }: FormState) =>
  Object.fromEntries(form.fields.flatMap(({ key, label }) => (key in answers ? [[label, answers[key]]] : [])));

export const readingsOf = ({ outcome }: Step): readonly string[] =>
  "readings" in outcome ? (outcome.readings ?? []) : [];

/** What is said of it, with what its own button sends. */
export const wordsOf = ({ outcome }: Step): string =>
  [
    "sentence" in outcome ? outcome.sentence : "",
    ...("notes" in outcome ? (outcome.notes ?? []) : []),
    ...("offer" in outcome ? [outcome.offer?.typed ?? ""] : []),
  ].join("\n");

/** What the buttons of the card say. */
export const buttonsOf = ({ state, outcome }: Step): readonly string[] =>
  outcomeView({ form, state, frame: {} }, outcome)?.actions.map(({ label }) => label) ?? [];
