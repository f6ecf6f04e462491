import { type Form, type Question, questionByKey } from "./field.ts";
import type { FormState } from "./form-state.ts";

/** The open question; undefined during the review. */
export const openQuestion = (form: Form, state: FormState): Question | undefined =>
  state.at === undefined ? undefined : questionByKey(form, state.at);
