import { chatPhrases } from "../../../platform/chat/phrases.ts";
import { findQuestion } from "../../../platform/conversation/find-question.ts";
import { readFormCommand } from "../../../platform/conversation/form-command.ts";
import type { Form } from "../../definition/purposes.ts";
import { mayMember } from "../../directory/member.ts";
import { requireAccepted } from "../../engine/acceptance.ts";
import { understood } from "../../engine/dispatch/extension-points.ts";
import { extend } from "../../engine/feature.ts";
import { applicationForm } from "../form.ts";
import { hasApplications } from "../offered.ts";
import { formWordPhrases as phrases } from "../phrases.ts";
import { wordsOf } from "../words.ts";

/** The word with which a text would work on an open form: 提交, 改 审批单位 确认; undefined for other texts. */
export function wordOfForm(form: Form, text: string): string | undefined {
  const command = readFormCommand(text);
  switch (command?.kind) {
    case "submit":
    case "back":
    case "skip":
    case "leave":
      return text.trim();
    case "change": {
      const [name = ""] = command.name.split(/[\s:：]/u);
      const found = findQuestion(form, name);
      return found.kind === "one" ? phrases.changeWord() : undefined;
    }
    default:
      return undefined;
  }
}

/** Links of earlier messages send such words, too: without an open form they say what they are for, and until when. */
export const wordsUnopened = extend(understood, async (context, { text, person, place }) => {
  const { definition } = context.campaign;
  if (place !== "direct" || !hasApplications(definition) || !mayMember(definition, person, "application.fill"))
    return undefined;
  const word = wordOfForm(applicationForm(context), text);
  if (word === undefined) return undefined;
  await requireAccepted(context, {
    ...{ words: [word], capability: "application.fill", effect: "write", until: "publication" },
  });
  return chatPhrases.refusal(phrases.noFormToChange(wordsOf(definition)));
});
