import type { ViewField, ViewForm } from "../chat/view.ts";
import { cardFields } from "./card-fields.ts";
import type { Form } from "./field.ts";
import type { FormState } from "./form-state.ts";
import { viewPhrases } from "./view-phrases.ts";

export interface PageRoom {
  /** The most that a page's fields may measure together. */
  limit: number;
  /** Size of the fields as one form of a card. */
  measure: (fields: readonly ViewField[]) => number;
}

/** The action that submitting a page performs. */
export interface PageAction {
  action: string;
  subject?: string;
}

/**
 * A form as pages of a card, in the form's order, as full as they may be; what belongs to one question stays together.
 * The id of a page is `<form>-<number>`, from 1.
 * @throws when one question alone is larger than a page; it names the question
 */
export function cardPages(form: Form, state: FormState, room: PageRoom & PageAction): ViewForm[] {
  const pages: ViewField[][] = [];
  for (const question of form.fields) {
    const fields = cardFields(question, state.answers[question.key]);
    const page = pages.at(-1);
    if (page && room.measure([...page, ...fields]) <= room.limit) page.push(...fields);
    else if (room.measure(fields) <= room.limit) pages.push(fields);
    else throw new Error(`question ${question.key} of form ${form.id} takes more than ${room.limit} of a page`);
  }
  return pages.map((fields, at) => ({
    id: `${form.id}-${at + 1}`,
    action: room.action,
    ...(room.subject === undefined ? {} : { subject: room.subject }),
    submitLabel: viewPhrases.savePage(),
    fields,
  }));
}
