import { type Form, type Question, questionByKey } from "./field.ts";
import type { FormState } from "./form-state.ts";

/** The question that is open; undefined in the review. */
export const openQuestion = (form: Form, state: FormState): Question | undefined =>
  state.at === undefined ? undefined : questionByKey(form, state.at);
