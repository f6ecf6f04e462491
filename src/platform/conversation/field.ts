/**
 * What the engine asks. A plain description: a field of a campaign definition's form can be passed as it is.
 * One list of questions drives the conversation, the card form, the review and the check of what comes back.
 */
export interface Form {
  id: string;
  title: string;
  /** Grows when a question's meaning changes; saved answers carry it. */
  version: number;
  fields: readonly Question[];
}

/**
 * - `text`, `longText`: characters; one line, or paragraphs
 * - `phone`: mobile or office line
 * - `percent`: 0–100 with at most two decimals, without the sign
 * - `date`: a civil date
 * - `choice`: one of `options`
 * - `declaration`: one of `options`, some of which ask for details
 * - `points`: `min` to `max` by `step`
 */
export type QuestionKind = "text" | "longText" | "phone" | "percent" | "date" | "choice" | "declaration" | "points";

export interface Question {
  /** Unique within the form; names the field on every face. */
  key: string;
  /** Chinese, unique within the form. */
  label: string;
  kind: QuestionKind;
  required: boolean;
  /** Counted as Word's 字数. */
  maxCharacters?: number | undefined;
  /** What is too long may go on as an attached page (附页). */
  overflow?: boolean | undefined;
  options?: readonly Option[] | undefined;
  /** Offered, never filled in silently: a fixed text, or the answer of another question. */
  proposal?: { text: string } | { sameAs: string } | undefined;
  /** One Chinese sentence. */
  help?: string | undefined;
  example?: string | undefined;
  /** Of `points`; 0 when missing. */
  min?: number | undefined;
  /** Of `points`. */
  max?: number | undefined;
  /** Of `points`; 1 when missing. */
  step?: number | undefined;
  /** Masked wherever not the person concerned or a role that needs it reads along. */
  personal?: boolean | undefined;
}

export interface Option {
  value: string;
  text: string;
  /** Asked for besides when this option of a declaration is taken. */
  detail?: readonly Detail[] | undefined;
}

export interface Detail {
  key: string;
  label: string;
  kind: "date" | "text";
}

export const optionsOf = (question: Question): readonly Option[] => question.options ?? [];

export const detailsOf = (option: Option): readonly Detail[] => option.detail ?? [];

export const questionByKey = (form: Form, key: string): Question | undefined =>
  form.fields.find((question) => question.key === key);
