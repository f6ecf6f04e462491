import type { Form, Question } from "../../platform/conversation/field.ts";
import type { FormState } from "../../platform/conversation/form-state.ts";
import { openQuestion } from "../../platform/conversation/open-question.ts";

/** What compares with another, or lists it beside the own: 比锦绣江南高, 优于锦绣江南, 与锦绣江南相邻. */
const COMPARES =
  /(?:比|较|于|与|和|跟|同|及|像|如|对|距离?|离|邻近?|靠近|至|到|超过?|不及|不如|除了?)(?:[了起]|同[类为])?$/u;
const COMPARED = /^(?:.{0,8}(?:基础上|经验|模式|做法)|(?:小区)?(?:更|一样|相比|相邻|次之|不相上下))/u;

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
  if (own === undefined || text.includes(own)) return undefined;
  return names.find((name) => {
    const at = name === own || own.includes(name) ? -1 : text.indexOf(name);
    return at >= 0 && !COMPARES.test(text.slice(0, at)) && !COMPARED.test(text.slice(at + name.length));
  });
}
