import type { ViewField, ViewForm } from "../../platform/chat/view.ts";
import type { Context } from "../engine/context.ts";
import { rulingPhrases } from "./phrases.ts";
import { approversIn } from "./rules.ts";

/** Answer form of a ruling's card. */
export function answerForm({ campaign, people }: Context, ruling: string): ViewForm {
  const approvers = approversIn(campaign.definition, people);
  const fields: ViewField[] = [
    { name: "answer", label: rulingPhrases.answerField(), kind: "textArea", required: true },
    {
      name: "effectiveOn",
      label: rulingPhrases.effectiveField(),
      kind: "date",
      required: false,
      placeholder: rulingPhrases.effectivePlaceholder(),
    },
    { name: "reason", label: rulingPhrases.reasonField(), kind: "text", required: false },
    {
      name: "approver",
      label: rulingPhrases.approverLabel(campaign.definition, ""),
      kind: "select",
      required: true,
      ...(approvers[0] ? { value: approvers[0].staffId } : {}),
      options: approvers.map(({ staffId, name }) => ({ value: staffId, text: name })),
    },
  ];
  return { id: "answer", action: "ruling.record", subject: ruling, submitLabel: rulingPhrases.recordLabel(), fields };
}
