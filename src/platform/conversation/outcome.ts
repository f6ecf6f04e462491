import type { CivilDate } from "../../shared/civil-date.ts";
import type { Question } from "./field.ts";
import type { FormState } from "./form-state.ts";

/** A message to an open form. */
export interface StepInput {
  text: string;
  today: CivilDate;
  /** The campaign's year, assumed for dates without one. */
  year: number;
  /** The text is the answer as it stands (内容：…). */
  asText?: boolean;
  /** The text is one of what was offered last: it is not asked about once more. */
  isOffered?: boolean;
  /** What is sent for a workbook in which several forms are filled in. */
  workbook?: string;
  /** Key of the question that names the case: a pasted form of another case is asked about. */
  nameKey?: string | undefined;
  /** Names of other cases of the district. */
  otherNames?: readonly string[];
  /** Labels that stand on the paper form and that others fill in, with what is said to their content. */
  ofOthers?: { labels: readonly string[]; sentence: string };
}

/** The answer just saved, for the confirmation. */
export interface Recorded {
  question: Question;
  /** The normalised answer as displayed. */
  shown: string;
  /** Other answers saved with it, of the same message. */
  more?: readonly Recorded[];
}

/** Of a message that could be read in part only: that part, to be sent on its own. */
export interface Offer {
  label: string;
  typed: string;
}

/** What to show next. The state returned with it must be saved in any case. */
export type Outcome =
  /** `notes`: what else is to be known of what was said: rows left empty, titles that were not recorded. */
  | { kind: "ask"; question: Question; recorded?: Recorded; notes?: readonly string[] }
  /** The answer is unfinished: the sentence asks for the rest. */
  | { kind: "more"; question: Question; sentence: string; readings?: readonly string[]; typed?: readonly string[] }
  /** The answer is invalid, or has several readings to choose from; the question stays open. */
  | {
      kind: "retry";
      question: Question;
      sentence: string;
      readings?: readonly string[];
      /** What each reading's button sends, where that is not the reading. */
      typed?: readonly string[];
      offer?: Offer;
    }
  /** No question is open: all answers are shown before submitting. */
  | { kind: "review"; recorded?: Recorded; notes?: readonly string[]; readings?: readonly string[] }
  /** Rejected 提交: these required questions have no answer; the first of them is open now. */
  | { kind: "missing"; questions: readonly Question[]; notes?: readonly string[] }
  /** 保存退出: the draft remains. */
  | { kind: "left" }
  /** 提交 during the review: the caller submits, and may still refuse. */
  | { kind: "submit" }
  /** 改 with a name that matches no field or several; the candidates are the nearest. */
  | { kind: "whichField"; candidates: readonly Question[]; readings?: readonly string[] }
  /** No question is open and the text is no command of the form: the caller may interpret it otherwise. */
  | { kind: "notUnderstood" };

export interface Step {
  /** Which other fields the words name is said in it. */
  isNamed?: true;
  state: FormState;
  outcome: Outcome;
}

/** A value on a submitted page that could not be saved. */
export interface Problem {
  /** Name of the field on the card. */
  field: string;
  /** Its label, or its name if the field does not exist. */
  label: string;
  sentence: string;
  /** What the person had written, where the field is one of words. */
  typed?: string;
}
