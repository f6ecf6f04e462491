import type { View } from "../../platform/chat/view.ts";
import { momentWords } from "../definition/wording.ts";
import { nounsOf } from "../directory/nouns.ts";
import { namesOf } from "../directory/store.ts";
import type { Context } from "../engine/context.ts";
import { feedbackPhrases as phrases } from "./phrases.ts";
import { feedbackNumbered } from "./store.ts";

export const ANSWER = "feedback.answer";

/** What was said and what is answered. @param isOwn of who said it: it has no form */
export async function feedbackView(context: Context, subject: string, { isOwn }: { isOwn: boolean }): Promise<View> {
  const number = Number(subject);
  const feedback = await feedbackNumbered(context.tx, context.campaign.id, number);
  if (!feedback) throw new Error(`no feedback ${subject}`);
  const { text, person, sentAt, answer } = feedback;
  const texts = await context.personal.read([text, answer?.text]);
  const names = await namesOf(context.tx, [person, ...(answer ? [answer.by] : [])]);
  const said = texts.get(text.personal) ?? phrases.erased();
  const answered = answer && (texts.get(answer.text.personal) ?? phrases.erased());
  return {
    title: phrases.title(number),
    tone: answer ? "done" : "running",
    status: answer ? phrases.done() : phrases.waiting(),
    body: [
      {
        kind: "facts",
        facts: [
          ...(isOwn ? [] : [{ label: phrases.by(), value: names.get(person) ?? person }]),
          { label: phrases.at(), value: momentWords(sentAt) },
        ],
      },
      { kind: "heading", text: phrases.said() },
      { kind: "text", text: said },
      ...(answer && answered !== undefined
        ? [
            { kind: "heading" as const, text: phrases.answered() },
            { kind: "text" as const, text: answered },
            { kind: "text" as const, text: phrases.answerBy(names.get(answer.by) ?? answer.by, answer.at) },
          ]
        : []),
    ],
    actions: [],
    ...(isOwn
      ? answer
        ? {}
        : { footnote: phrases.sent(nounsOf(context.campaign.definition)) }
      : {
          form: {
            ...{ id: "feedback", action: ANSWER, subject, submitLabel: phrases.submit() },
            fields: [{ name: "answer", label: phrases.field(), kind: "textArea", required: true }],
          },
          footnote: phrases.answerFootnote(number),
        }),
  };
}
