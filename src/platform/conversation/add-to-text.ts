import { contentPhrases as phrases } from "./content-phrases.ts";
import { isAnswered } from "./form-state.ts";
import type { StepContext } from "./moves.ts";
import { openQuestion } from "./open-question.ts";
import type { Step } from "./outcome.ts";
import { stepPhrases } from "./phrases.ts";
import { cleanLine } from "./plain.ts";

/** 再加一句…, without the name of a field */
const ADDS =
  /^(?:[嗯呃哦啊,，\s]|那|哦对了|对了)*(?:请|帮我|麻烦)*(?:再|还要?|另外)?(?:给我)?(?:加上?一?[句条段]|补上?一?[句条段]|补充一?[句条段]|添上?一?[句条段]|加上)[:：,，\s]*(\S[\s\S]{3,})$/u;
/** In characters. */
const LONGEST = 200;

/** It is asked to which text of paragraphs the sentence is to be added. Undefined for other words. */
export function addToText({ form, state, input }: StepContext): Step | undefined {
  const said = input.text.trim();
  const added = [...said].length > LONGEST ? undefined : ADDS.exec(said)?.[1];
  const open = openQuestion(form, state);
  if (added === undefined || /\n/u.test(added)) return undefined;
  const all = form.fields.filter(({ kind }) => kind === "longText");
  const begun = all.filter((one) => isAnswered(state, one) || one === open);
  const texts = begun.length > 0 ? begun : all;
  if (texts.length === 0) return undefined;
  const readings = texts.map(({ label }) => stepPhrases.addTyped(label, cleanLine(added)));
  const sentence = phrases.addTo(
    cleanLine(said),
    texts.map(({ label }) => label),
  );
  return {
    state,
    outcome: open
      ? { kind: "retry", question: open, sentence, readings }
      : { kind: "review", notes: [sentence], readings },
  };
}
