import { isCorrected } from "./answers/content-doubt.ts";
import { contentPhrases as phrases } from "./content-phrases.ts";
import type { Form, Question } from "./field.ts";
import { isAnswered } from "./form-state.ts";
import { labelNames } from "./label-names.ts";
import type { StepContext } from "./moves.ts";
import { openQuestion } from "./open-question.ts";
import type { Step } from "./outcome.ts";
import { stepPhrases } from "./phrases.ts";
import { cleanLine } from "./plain.ts";
import { withoutSounds } from "./spoken.ts";

/** 再加一句…, without the name of a field */
const ADDS =
  /^(?:[嗯呃哦啊,，\s]|那|哦对了|对了)*(?:请|帮我|麻烦)*(?:再|还要?|另外)?(?:给我)?(?:加上?一?[句条段]|补上?一?[句条段]|补充一?[句条段]|添上?一?[句条段]|加上)[:：,，\s]*(\S[\s\S]{3,})$/u;
/** 嗯再改一下, before the name */
const OPENS = /^(?:[嗯呃额哦啊,，\s]|那个?|对了|还有|再|请|麻烦|帮我|把|在|(?:修?改|补充)一?下)*/u;
/** 后面再加一句说, behind it */
const BEHIND =
  /^(?:的|那)?(?:[里后下]面|里|中|最后|末尾|结尾)?(?:再|还要?|要|请|给我|帮我)*[加补添](?:[上充]一?|一)?(?:[句条段点个下])?[:：,，\s]*/u;
const IS_ADDED = /[加补添](?:[上充]|一?[句条段点个下])/u;
/** 说是 before what is to be written */
const SAYS = /^(?:[嗯呃额啊,，\s]|那个)*(?:说是?|写上?|就是说)[,，\s]*(?![明服道法])/u;
/** In characters. */
const LONGEST = 200;

/** It is asked to which text of paragraphs the sentence is to be added. Undefined for other words. */
export function addToText(context: StepContext): Step | undefined {
  const { form, state, input } = context;
  const said = input.text.trim();
  const named = [...said].length > LONGEST ? undefined : namedAdds(form, said);
  if (named) return askTo(context, [named.question], named.added);
  const added = [...said].length > LONGEST ? undefined : ADDS.exec(said)?.[1];
  const open = openQuestion(form, state);
  if (added === undefined || /\n/u.test(added)) return undefined;
  const all = form.fields.filter(({ kind }) => kind === "longText");
  const begun = all.filter((one) => isAnswered(state, one) || one === open);
  return askTo(context, begun.length > 0 ? begun : all, added);
}

/** 申报材料后面加一句说有三十个充电桩: what is spoken around the sentence is none of it. */
function namedAdds(form: Form, said: string): { question: Question; added: string } | undefined {
  const rest = said.replace(OPENS, "");
  const named = labelNames(form).find(
    ({ name, question, part }) => question.kind === "longText" && part !== "start" && rest.startsWith(name),
  );
  const behind = named ? rest.slice(named.name.length) : "";
  const verb = BEHIND.exec(behind)?.[0] ?? "";
  const text = behind.slice(verb.length);
  const added = withoutSounds(text.replace(SAYS, "")).trim();
  // 备注加上去年评过优 is recorded as it stands.
  const isSpoken = added !== text || OPENING_CHANGES.test(said) || /下/u.test(verb);
  if (
    !named ||
    !IS_ADDED.test(verb) ||
    !isSpoken ||
    /\n/u.test(text) ||
    isCorrected(text) ||
    [...added].length < SHORTEST
  )
    return undefined;
  return { question: named.question, added };
}
const OPENING_CHANGES = /^[^\n]{0,6}(?:修?改|补充)一?下/u;
/** In characters. */
const SHORTEST = 2;

function askTo({ form, state, input }: StepContext, texts: readonly Question[], added: string): Step | undefined {
  if (texts.length === 0) return undefined;
  const open = openQuestion(form, state);
  const readings = texts.map(({ label }) => stepPhrases.addTyped(label, cleanLine(added)));
  const sentence = phrases.addTo(
    cleanLine(input.text),
    texts.map(({ label }) => label),
  );
  return {
    state,
    outcome: open
      ? { kind: "retry", question: open, sentence, readings }
      : { kind: "review", notes: [sentence], readings },
  };
}
