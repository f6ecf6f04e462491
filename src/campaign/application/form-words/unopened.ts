import { chatPhrases } from "../../../platform/chat/phrases.ts";
import { findQuestion } from "../../../platform/conversation/find-question.ts";
import { readFormCommand } from "../../../platform/conversation/form-command.ts";
import type { Form } from "../../definition/purposes.ts";
import { districtsOf, mayMember } from "../../directory/member.ts";
import { requireAccepted } from "../../engine/acceptance.ts";
import { understood } from "../../engine/dispatch/extension-points.ts";
import { extend } from "../../engine/feature.ts";
import { answerContext, applicationForm } from "../form.ts";
import { hasApplications } from "../offered.ts";
import { changeSubmitted, submitLeft } from "../order-phrases.ts";
import { applicationPhrases, formWordPhrases as phrases } from "../phrases.ts";
import { applicationsOf } from "../store.ts";
import { caseName, formsBegun } from "../take-up.ts";
import { wordsOf } from "../words.ts";
import { changeOfCase } from "./change-of-case.ts";

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

/** 提交锦绣江南: the one form begun whose name begins so. */
export function formToSubmit(text: string, names: readonly string[]): string | undefined {
  const said = SUBMITS.exec(text)?.[1] ?? "\n";
  const [name, second] = names.includes(said) ? [said] : [...new Set(names)].filter((one) => one.startsWith(said));
  return second === undefined ? name : undefined;
}
const SUBMITS = /^\s*[/／]?\s*(?:提交|交)(?:申报表?)?\s*(\S{2,20}?)(?:吧|了|的?申报表?)?[。\s]*$/u;

/** Links of earlier messages send such words, too: without an open form they say what they are for, and until when. */
export const wordsUnopened = extend(understood, async (context, { text, person, place }) => {
  const { definition } = context.campaign;
  if (place !== "direct" || !hasApplications(definition) || !mayMember(definition, person, "application.fill"))
    return undefined;
  const form = applicationForm(context);
  const begun = (await formsBegun(context, person.staffId)).map((one) => caseName(context, one));
  const left = formToSubmit(text, begun);
  if (left !== undefined) return submitLeft(left, wordsOf(definition));
  const own = districtsOf(definition, person);
  const submitted = await applicationsOf(context.tx, context.campaign.id, { states: ["submitted", "excluded"] });
  const names = submitted.filter(({ district }) => own.includes(district)).map(({ compoundName }) => compoundName);
  const change = changeOfCase(form, text, names, answerContext(context));
  const word = change ? applicationPhrases.editOf(change.name) : wordOfForm(form, text);
  if (word === undefined) return undefined;
  await requireAccepted(context, {
    ...{ words: [word], capability: "application.fill", effect: "write", until: "publication" },
  });
  if (change) return changeSubmitted(change);
  return chatPhrases.refusal(phrases.noFormToChange(wordsOf(definition)));
});
