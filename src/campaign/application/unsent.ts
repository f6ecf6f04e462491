import type { Block, View } from "../../platform/chat/view.ts";
import { contentPhrases } from "../../platform/conversation/content-phrases.ts";
import { partsOf } from "../../platform/conversation/read-text.ts";
import { answerFacts } from "../../platform/conversation/review-view.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { PersonContext } from "../engine/context.ts";
import { isNamedBy } from "./find-application.ts";
import { askedForm } from "./form.ts";
import { unsentLead } from "./order-phrases.ts";
import { applicationPhrases as phrases } from "./phrases.ts";
import { caseName, formsBegun } from "./take-up.ts";
import { formTitle } from "./views.ts";
import { wordsOf } from "./words.ts";

/**
 * 查看 of a case that is not handed in: what the person's own form holds, paragraphs whole, to be read only. Undefined
 * where none of the person's forms, or more than one, has the name.
 */
export async function unsentView(context: PersonContext, name: string): Promise<View | undefined> {
  const { definition } = context.campaign;
  const noun = nounsOf(definition).case;
  const forms = (await formsBegun(context, context.person.staffId)).filter(
    (one) =>
      one.draft.subject === undefined && caseName(context, one) !== "" && isNamedBy(caseName(context, one), name, noun),
  );
  const [filled, second] = forms;
  if (!filled || second) return undefined;
  const form = askedForm(context, filled.state);
  const done = form.fields.filter(({ key }) => Object.hasOwn(filled.state.answers, key)).length;
  const texts = form.fields.flatMap(({ kind, key, label }): Block[] => {
    const text = filled.state.answers[key];
    if (kind !== "longText" || typeof text !== "string") return [];
    return [contentPhrases.whole(label, text), ...partsOf(text)].map((part) => ({ kind: "text", text: part }));
  });
  const goOn = phrases.goOnWith(caseName(context, filled));
  return {
    title: formTitle(context, filled),
    tone: "running",
    status: `${phrases.filling()}，${phrases.progress(done, form.fields.length)}`,
    body: [
      { kind: "text", text: unsentLead(wordsOf(definition)) },
      { kind: "facts", facts: answerFacts(form, filled.state) },
      ...texts,
    ],
    actions: [{ id: "", label: phrases.goOn(), typed: goOn, look: "default" }],
  };
}
