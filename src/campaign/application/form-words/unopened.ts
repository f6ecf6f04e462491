import { chatPhrases } from "../../../platform/chat/phrases.ts";
import { findQuestion } from "../../../platform/conversation/find-question.ts";
import { readFormCommand } from "../../../platform/conversation/form-command.ts";
import { labelAt } from "../../../platform/conversation/label-marks.ts";
import { stepPhrases } from "../../../platform/conversation/phrases.ts";
import type { Form } from "../../definition/purposes.ts";
import { districtsOf, mayMember } from "../../directory/member.ts";
import { requireAccepted } from "../../engine/acceptance.ts";
import { understood } from "../../engine/dispatch/extension-points.ts";
import { extend } from "../../engine/feature.ts";
import { applicationForm } from "../form.ts";
import { hasApplications } from "../offered.ts";
import { changeSubmitted } from "../order-phrases.ts";
import { applicationPhrases, formWordPhrases as phrases } from "../phrases.ts";
import { applicationsOf } from "../store.ts";
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

/** 修改 江南名府 申报单位负责人电话 13757530001: a change of a form that is handed in, as it can be sent. */
export function changeOfCase(
  form: Form,
  text: string,
  names: readonly string[],
): { name: string; typed?: string } | undefined {
  const said = CHANGES.exec(text)?.[1]?.trim() ?? "";
  const [name] = names.filter((one) => one !== "" && said.startsWith(one)).toSorted((a, b) => b.length - a.length);
  if (name === undefined) return undefined;
  const field = labelAt(form, said.slice(name.length).replace(/^(?:的|[\s,，:：]+)/u, ""));
  if (!field || field.rest === "" || field.rest.includes("\n")) return { name };
  return { name, typed: `${name}的${stepPhrases.changeTyped(field.question.label, field.rest)}` };
}
const CHANGES = /^\s*[/／]?\s*(?:修改|更正|改)(?!申报)\s*(\S[\s\S]*)$/u;

/** Links of earlier messages send such words, too: without an open form they say what they are for, and until when. */
export const wordsUnopened = extend(understood, async (context, { text, person, place }) => {
  const { definition } = context.campaign;
  if (place !== "direct" || !hasApplications(definition) || !mayMember(definition, person, "application.fill"))
    return undefined;
  const form = applicationForm(context);
  const own = districtsOf(definition, person);
  const submitted = await applicationsOf(context.tx, context.campaign.id, { states: ["submitted", "excluded"] });
  const names = submitted.filter(({ district }) => own.includes(district)).map(({ compoundName }) => compoundName);
  const change = changeOfCase(form, text, names);
  const word = change ? applicationPhrases.editOf(change.name) : wordOfForm(form, text);
  if (word === undefined) return undefined;
  await requireAccepted(context, {
    ...{ words: [word], capability: "application.fill", effect: "write", until: "publication" },
  });
  if (change) return changeSubmitted(change);
  return chatPhrases.refusal(phrases.noFormToChange(wordsOf(definition)));
});
