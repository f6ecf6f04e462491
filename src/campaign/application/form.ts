import type { AnswerContext } from "../../platform/conversation/answer.ts";
import type { Form } from "../../platform/conversation/field.ts";
import { dayOf } from "../../shared/civil-date.ts";
import type { Definition } from "../definition/definition.ts";
import type { Context } from "../engine/context.ts";

const FORM = "application";

/** 申报表: the fields of 附件3 and those that 附件4 needs besides, as the definition lists them. */
export function applicationForm(definition: Definition): Form {
  const form = definition.forms.find(({ id }) => id === FORM);
  if (!form) throw new Error(`no form ${FORM} in ${definition.campaign.id}`);
  return form;
}

export const answerContext = ({ campaign, now }: Context): AnswerContext => ({
  today: dayOf(now),
  year: campaign.definition.campaign.year.value,
});
