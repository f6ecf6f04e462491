import type { Form, Question } from "../../platform/conversation/field.ts";
import type { FormState } from "../../platform/conversation/form-state.ts";
import { openQuestion } from "../../platform/conversation/open-question.ts";
import { otherCaseIn } from "../../platform/conversation/parts-of-other.ts";

/** Whose reason is asked for. */
const isOf = ({ label }: Question, name: string): boolean => label.startsWith(name);

/**
 * 我们在锦绣江南拍的, where the reason of another case is asked for: the case that it names within, and does not compare
 * with.
 */
export function otherCaseWithin(
  { form, state }: { form: Form; state: FormState },
  text: string,
  names: readonly string[],
): string | undefined {
  const open = openQuestion(form, state);
  const own = open && names.find((name) => isOf(open, name));
  return otherCaseIn(text, { own, cases: names });
}
