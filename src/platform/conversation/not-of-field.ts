import { beforeContent } from "./before-content.ts";
import { contentPhrases as phrases } from "./content-phrases.ts";
import type { Form } from "./field.ts";
import type { FormState } from "./form-state.ts";
import { namedForAnother } from "./named-for-another.ts";
import { type Asked, type Changed, orderInValue, tailOfAddress } from "./order-in-value.ts";
import type { StepInput } from "./outcome.ts";
import { heldPhrases, labelledPhrases, stepPhrases } from "./phrases.ts";

interface Said {
  form: Form;
  before: FormState;
  input: StepInput;
}

/** What was read for a field and is none of it: an answer to the program, or the name of another person. */
export const notOfField = (said: Said, changed: readonly Changed[]): Asked | undefined =>
  orderInValue(changed) ??
  tailOfAddress(said.before, said.input, changed) ??
  notContent(said, changed) ??
  ofAnother(said, changed);

/** 不要。材料：… at 申报材料: what answers the program is none of it. */
function notContent({ form, input }: Said, [only, second]: readonly Changed[]): Asked | undefined {
  const head =
    only && !second && only.question.kind === "longText"
      ? beforeContent(form, only.question, only.shown, input.text)
      : undefined;
  if (!only || !head) return undefined;
  const { key, label } = only.question;
  const sentence = phrases.notContent(head.said, label, head.content);
  if (head.content === "") return { sentence, readings: [] };
  const readings = [phrases.record(label), heldPhrases.drop()];
  const either = phrases.either(phrases.record(label), heldPhrases.drop());
  return { sentence: `${sentence}${either}`, readings, offered: { [key]: head.content } };
}

/** 社区是东盛社区书记是楼国庆: a saved 党支部书记 is not replaced by it. */
function ofAnother({ form, before, input }: Said, changed: readonly Changed[]): Asked | undefined {
  const found = namedForAnother(form, before, { text: input.text, changed });
  if (!found) return undefined;
  const { one, was } = found;
  const rest = changed.filter((other) => other !== one);
  const { label } = one.question;
  return {
    sentence: phrases.ofAnother(one.shown, { label, was, rest: rest.length }),
    readings: [labelledPhrases.recordRest(rest.length), stepPhrases.changeTyped(label, one.shown)],
    offered: Object.fromEntries(rest.map(({ question, value }) => [question.key, value])),
  };
}
