import type { ViewField, ViewForm } from "../chat/view.ts";
import { cardFields } from "./card-fields.ts";
import type { Form } from "./field.ts";
import type { FormState } from "./form-state.ts";
import { turnField } from "./page-turn.ts";
import { proposalHint } from "./proposal.ts";
import { viewPhrases } from "./view-phrases.ts";

export interface PageLimit {
  /** Maximum size of the fields of a page. */
  limit: number;
  /** Size of a form with these fields. */
  measure: (fields: readonly ViewField[]) => number;
}

/** Action of the submit button. */
export interface PageAction {
  action: string;
  subject?: string;
}

/** A page that says itself what comes after it. */
export interface PageTurns {
  /** Whether a page comes before the first of these. */
  isFirst: boolean;
  /** What was written and refused, by field. */
  refused?: ReadonlyMap<string, string>;
}

/**
 * Splits a form into pages of a card, in the form's order. The fields of a question stay together. The id of a page is
 * `<form>-<number>`, from 1.
 * @throws when a single question does not fit into a page
 */
export function cardPages(
  form: Form,
  state: FormState,
  options: PageLimit & PageAction & { turns?: PageTurns },
): ViewForm[] {
  const { turns } = options;
  const pages: ViewField[][] = [];
  const hasRequired = form.fields.some(({ required }) => required);
  const measured = (fields: readonly ViewField[]) => options.measure([...fields, ...longestTurn(turns)]);
  for (const question of form.fields) {
    const facts = { proposal: proposalHint(form, state, question), mayLeave: turns !== undefined, hasRequired };
    // What was left empty takes no room: the page keeps its fields.
    const refused = turns?.refused?.get(question.key) || undefined;
    const fields = cardFields(question, state.answers[question.key], { ...facts, refused });
    const page = pages.at(-1);
    if (page && measured([...page, ...fields]) <= options.limit) page.push(...fields);
    else if (measured(fields) <= options.limit) pages.push(fields);
    else throw new Error(`question ${question.key} of form ${form.id} takes more than ${options.limit} of a page`);
  }
  return pages.map((fields, at) => ({
    id: `${form.id}-${at + 1}`,
    action: options.action,
    ...(options.subject === undefined ? {} : { subject: options.subject }),
    submitLabel: viewPhrases.savePage(),
    fields: [...fields, ...(turns ? [turnField({ isFirst: turns.isFirst && at === 0 })] : [])],
  }));
}

const longestTurn = (turns: PageTurns | undefined): ViewField[] => (turns ? [turnField({ isFirst: false })] : []);
