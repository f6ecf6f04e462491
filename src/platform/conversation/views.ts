import { assertNever } from "../../shared/assert-never.ts";
import type { Action, View } from "../chat/view.ts";
import { heldNote } from "./held.ts";
import { openQuestion } from "./open-question.ts";
import type { Offer, Outcome, Recorded } from "./outcome.ts";
import { heldPhrases, labelledPhrases } from "./phrases.ts";
import { type FormInView, longTextSummary, questionView } from "./question-view.ts";
import { reviewView } from "./review-view.ts";
import { buttonOf } from "./view-frame.ts";
import { viewPhrases } from "./view-phrases.ts";

const confirmation = (recorded: Recorded | undefined): string[] =>
  recorded
    ? [recorded, ...(recorded.more ?? [])].map((one) => viewPhrases.recorded(one.question.label, recordedText(one)))
    : [];

const said = ({ recorded, notes = [] }: { recorded?: Recorded; notes?: readonly string[] }): string[] => [
  ...confirmation(recorded),
  ...notes,
];

/** A long text is confirmed by its word count and its beginning. */
const recordedText = ({ question, shown }: Recorded): string =>
  question.kind === "longText" ? longTextSummary(shown) : shown;

/** The view of an outcome in the direct chat. Undefined for `submit` and `notUnderstood`, which the caller handles. */
export function outcomeView(shown: FormInView, outcome: Outcome): View | undefined {
  switch (outcome.kind) {
    case "ask":
      return withReadings(shown, questionView(shown, outcome.question, said(outcome)), {
        readings: waiting(shown, outcome),
      });
    case "more":
    case "retry":
      return withReadings(shown, questionView(shown, outcome.question, [outcome.sentence]), outcome);
    case "review":
      return withReadings(shown, reviewView(shown, said(outcome)), {
        readings: [...new Set([...(outcome.readings ?? []), ...waiting(shown, outcome)])],
      });
    case "missing":
      return missingView(shown, outcome);
    case "whichField":
      return whichFieldView(shown, outcome);
    case "left":
      return leftView(shown);
    case "submit":
    case "notUnderstood":
      return undefined;
    default:
      return assertNever(outcome);
  }
}

/** 记录其余2项, where the card says that it may be pressed. */
function waiting({ form, state }: FormInView, { notes = [] }: { notes?: readonly string[] }): readonly string[] {
  const note = heldNote(form, state);
  const isTold = note !== undefined && notes.some((one) => one.includes(note));
  return isTold ? [labelledPhrases.recordRest(Object.keys(state.held ?? {}).length), heldPhrases.drop()] : [];
}

/** What may have been meant, each on a button before the others. */
function withReadings(
  { frame }: FormInView,
  view: View,
  { readings = [], typed = [], offer }: { readings?: readonly string[]; typed?: readonly string[]; offer?: Offer },
): View {
  const named = readings.map((label, at) => ({ label, typed: typed[at] ?? label }));
  const all = [...named, ...(offer ? [offer] : [])];
  if (all.length === 0) return view;
  const offered = all.map((one): Action => buttonOf({ verb: "answer", ...one }, frame));
  const others = view.actions.filter((action) =>
    all.every((one) => one.typed !== action.typed && one.label !== action.label),
  );
  return { ...view, actions: [...offered, ...others] };
}

function missingView(shown: FormInView, { questions, notes = [] }: Extract<Outcome, { kind: "missing" }>): View {
  const sentences = [viewPhrases.missing(questions.map(({ label }) => label)), ...notes];
  const [first] = questions;
  return first ? questionView(shown, first, sentences) : reviewView(shown, sentences);
}

/** Suggests the candidates; the open question stays open. */
function whichFieldView(shown: FormInView, outcome: Extract<Outcome, { kind: "whichField" }>): View {
  const { candidates, readings = [] } = outcome;
  const sentence =
    readings.length > 0
      ? viewPhrases.whichCorrection(readings)
      : viewPhrases.whichField(candidates.map(({ label }) => label));
  const question = openQuestion(shown.form, shown.state);
  const view = question ? questionView(shown, question, [sentence]) : reviewView(shown, [sentence]);
  if (readings.length > 0) return withReadings(shown, view, outcome);
  const changes = candidates.map(({ label }): Action => {
    const typed = viewPhrases.changeTyped(label);
    return buttonOf({ verb: "change", label: typed, typed }, shown.frame);
  });
  return { ...view, actions: [...changes, ...view.actions] };
}

function leftView({ form, state }: FormInView): View {
  const answered = form.fields.filter(({ key }) => Object.hasOwn(state.answers, key)).length;
  return {
    title: viewPhrases.title(form),
    tone: "running",
    status: viewPhrases.leftStatus(),
    body: [{ kind: "text", text: viewPhrases.left(answered, form.fields.length) }],
    actions: [],
  };
}
