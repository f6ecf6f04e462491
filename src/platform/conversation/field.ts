/**
 * A form as plain data; the forms of a campaign definition have this type. The same list of questions is used for the
 * conversation, the form on the card, the review and the validation of answers.
 */
export interface Form {
  id: string;
  title: string;
  /** Incremented when the meaning of a question changes; stored with the answers. */
  version: number;
  fields: readonly Question[];
}

/**
 * - `text`, `longText`: characters; one line, or paragraphs
 * - `phone`: mobile or office line
 * - `percent`: 0–100 with at most two decimals, without the sign
 * - `date`: a civil date
 * - `choice`: one of `options`
 * - `declaration`: one of `options`, some of which require details
 * - `points`: `min` to `max` by `step`
 */
export type QuestionKind = "text" | "longText" | "phone" | "percent" | "date" | "choice" | "declaration" | "points";

export interface Question {
  /** Unique within the form; the name of the field on cards. */
  key: string;
  /** Chinese, unique within the form. */
  label: string;
  /** Other words that people write for the label before an answer. */
  aliases?: readonly string[] | undefined;
  kind: QuestionKind;
  required: boolean;
  /** In 字数, as counted by Word. */
  maxCharacters?: number | undefined;
  /** Whether a longer text may continue on an attached page (附页). */
  overflow?: boolean | undefined;
  options?: readonly Option[] | undefined;
  /** Suggested, never filled in automatically: a fixed text, or the answer to another question. */
  proposal?: { text: string } | { sameAs: string } | undefined;
  /** Names of something else, 柯桥区 at 所属街道: asked about. */
  notNames?: readonly string[] | undefined;
  /** One Chinese sentence. */
  help?: string | undefined;
  example?: string | undefined;
  /** Of `points`; default 0. */
  min?: number | undefined;
  /** Of `points`. */
  max?: number | undefined;
  /** Of `points`; default 1. */
  step?: number | undefined;
  /** Masked for everybody except the person concerned and roles that need it. */
  personal?: boolean | undefined;
}

export interface Option {
  value: string;
  text: string;
  /** Required when this option of a declaration is chosen. */
  detail?: readonly Detail[] | undefined;
}

export interface Detail {
  key: string;
  label: string;
  kind: "date" | "text";
}

export const optionsOf = (question: Question): readonly Option[] => question.options ?? [];

/** One line, or paragraphs. */
export const isWords = ({ kind }: Pick<Question, "kind">): boolean => kind === "text" || kind === "longText";

export const detailsOf = (option: Option): readonly Detail[] => option.detail ?? [];

export const questionByKey = (form: Form, key: string): Question | undefined =>
  form.fields.find((question) => question.key === key);
