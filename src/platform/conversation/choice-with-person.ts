import { visibleText } from "../../shared/visible-text.ts";
import { answerAll } from "./answer-all.ts";
import { parseAnswer } from "./answers/parse-answer.ts";
import type { Question } from "./field.ts";
import { labelNames } from "./label-names.ts";
import { answering, type StepContext } from "./moves.ts";
import type { Step } from "./outcome.ts";
import { withoutFillers } from "./spoken.ts";
import { withItsPhone } from "./with-phone.ts";

/** In characters. */
const LONGEST = 50;
const PERSON = /(?:主任|书记|负责人)$/u;
/** 成立了业委会的 */
const HAS = /^(?:我们?|本?小区)*(?:已经?)?(?:成立|有)了?(?=\p{Script=Han}{2})/u;
const ENDS = /[了的嗯，,、\s]+$/u;
const SAYS = /^(?:就?是|叫做?|[:：，,\s])+/u;

/**
 * 业委会 主任李芳 13905751111, 成立业委会了的主任叫李建华, where it is asked which body it is: the option, and a person
 * behind it. Undefined for other words.
 */
export function choiceWithPerson({ form, state, input }: StepContext, choice: Question): Step | undefined {
  const text = withoutFillers(visibleText(input.text).trim());
  if (choice.kind !== "choice" || [...text].length > LONGEST || text.includes("\n")) return undefined;
  // The one that is asked for next: 负责人 behind it may be of anything.
  const next = form.fields.slice(form.fields.indexOf(choice)).find(({ label }) => PERSON.test(label));
  const named = labelNames(form).filter(({ part, question }) => part !== "start" && question === next);
  for (let at = 1; at < text.length; at += 1) {
    const person = named.find(({ name }) => text.startsWith(name, at));
    if (!person) continue;
    const option = text.slice(0, at);
    // 业委会主任李芳 names the field, and no option.
    const isApart = HAS.test(option) || ENDS.test(option);
    const said = option.replace(HAS, "").replace(ENDS, "");
    const rest = text.slice(at + person.name.length).replace(SAYS, "");
    const own = withItsPhone(form, person.question, rest) ?? [{ question: person.question, text: rest }];
    const answers = [{ question: choice, text: said }, ...own];
    const isRead = answers.every((one) => parseAnswer(one.question, one.text, answering(input)).ok);
    return isApart && isRead ? answerAll({ form, state, input }, { answers }) : undefined;
  }
  return undefined;
}
