import { assertNever } from "../../shared/assert-never.ts";
import { chatPhrases } from "../chat/phrases.ts";
import type { ViewField } from "../chat/view.ts";
import type { AnswerValue } from "./answer.ts";
import { detailsOf, optionsOf, type Question } from "./field.ts";
import { viewPhrases } from "./view-phrases.ts";

const KINDS = {
  text: "text",
  longText: "textArea",
  phone: "text",
  percent: "text",
  date: "date",
  choice: "select",
  declaration: "select",
  points: "number",
} as const satisfies Record<Question["kind"], ViewField["kind"]>;

/** Name of the separate field of a declaration's detail: `safetyAccident-happenedOn`. */
export const detailFieldName = (question: Question, detailKey: string): string => `${question.key}-${detailKey}`;

interface FieldFacts {
  proposal?: string | undefined;
  /** What was written and refused. */
  refused?: string | undefined;
  /** Whether the page may be left half filled: then the client must not insist on required fields. */
  mayLeave?: boolean;
  /** Whether the form has required fields, so that the others say that they are optional. */
  hasRequired?: boolean;
}

/** Longer texts are not put back into a field: a card value has no room for them. */
const MOST_PUT_BACK = 60;

/** The card fields of one question; they must be on the same page. */
export function cardFields(
  question: Question,
  value: AnswerValue | undefined,
  { proposal, refused, mayLeave = false, hasRequired = false }: FieldFacts = {},
): ViewField[] {
  const hint = viewPhrases.placeholder(question, value, proposal);
  const isMarked = mayLeave && value === undefined && (question.required || hasRequired);
  const placeholder = isMarked ? chatPhrases.marked(question.required, hint) : hint;
  const canPutBack = KINDS[question.kind] === "text" || KINDS[question.kind] === "textArea";
  const putBack = canPutBack && refused !== undefined && [...refused].length <= MOST_PUT_BACK ? refused : undefined;
  const saved = putBack ?? fieldValue(question, value);
  const main: ViewField = {
    name: question.key,
    label: question.label,
    kind: KINDS[question.kind],
    required: !mayLeave && question.required && !(question.kind === "longText" && value !== undefined),
    ...(placeholder === undefined ? {} : { placeholder }),
    ...(saved === undefined ? {} : { value: saved }),
    ...(question.options === undefined || question.options.length === 0
      ? {}
      : { options: question.options.map(({ value: option, text }) => ({ value: option, text })) }),
  };
  return [main, ...detailFields(question, value)];
}

/** Initial value of the field. Omits long text, which is shown as a word count and kept if the field stays empty. */
function fieldValue({ kind }: Question, value: AnswerValue | undefined): string | number | undefined {
  switch (kind) {
    case "longText":
      return undefined;
    case "declaration":
      return typeof value === "object" ? value.choice : undefined;
    case "percent":
      return typeof value === "number" ? String(value) : undefined;
    case "text":
    case "phone":
    case "date":
    case "choice":
    case "points":
      return typeof value === "object" ? undefined : value;
    default:
      return assertNever(kind);
  }
}

function detailFields(question: Question, value: AnswerValue | undefined): ViewField[] {
  if (question.kind !== "declaration") return [];
  const saved = typeof value === "object" ? value : undefined;
  return optionsOf(question).flatMap((option) =>
    detailsOf(option).map(({ key, label, kind }): ViewField => {
      const known = saved?.choice === option.value ? saved.details[key] : undefined;
      return {
        name: detailFieldName(question, key),
        label,
        kind,
        required: false,
        placeholder: viewPhrases.detailPlaceholder(option.text),
        ...(known === undefined ? {} : { value: known }),
      };
    }),
  );
}
