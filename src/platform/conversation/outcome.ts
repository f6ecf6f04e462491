import type { CivilDate } from "../../shared/civil-date.ts";
import type { Question } from "./field.ts";
import type { FormState } from "./form-state.ts";

/** One message to an open form. */
export interface StepInput {
  text: string;
  today: CivilDate;
  /** The campaign's; stands in for a year that is not typed. */
  year: number;
}

/** What was just saved, for the echo. */
export interface Recorded {
  question: Question;
  /** The normalised answer in words. */
  shown: string;
}

/** What the person is shown next. The state beside it is to be saved, whatever the kind. */
export type Outcome =
  | { kind: "ask"; question: Question; recorded?: Recorded }
  /** The answer is not finished: the sentence asks for the rest. */
  | { kind: "more"; question: Question; sentence: string }
  /** The answer was not understood or may not stand; the question stays open. */
  | { kind: "retry"; question: Question; sentence: string }
  /** Everything is asked: shown before it is handed in. */
  | { kind: "review"; recorded?: Recorded }
  /** Handing in was asked for, but these required questions have no answer; the first of them is open now. */
  | { kind: "missing"; questions: readonly Question[] }
  /** 保存退出: the draft is kept. */
  | { kind: "left" }
  /** 提交 after the review: the caller hands in, and may still refuse. */
  | { kind: "submit" }
  /** 改 with a name that fits none or several fields; the nearest are named. */
  | { kind: "whichField"; candidates: readonly Question[] }
  /** No question is open and the text is no command of the form: the caller may try it as something else. */
  | { kind: "notUnderstood" };

export interface Step {
  state: FormState;
  outcome: Outcome;
}

/** Something on a submitted card page that could not be saved. */
export interface Problem {
  /** Name of the field on the card. */
  field: string;
  /** Its label, or its name when no such field exists. */
  label: string;
  sentence: string;
}
