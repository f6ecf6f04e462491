import { z } from "zod";
import type { ViewField, ViewForm } from "../../platform/chat/view.ts";
import { cleanLine } from "../../platform/conversation/plain.ts";
import { isCivilDate } from "../../shared/civil-date.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import type { Context, PersonContext } from "../engine/context.ts";
import type { CommandOutcome } from "../engine/feature.ts";
import { rulingPhrases } from "./phrases.ts";
import { recordAnswer } from "./record.ts";
import { approversIn } from "./rules.ts";

const text = z.string().optional().catch(undefined);
const answerValues = z.object({ answer: text, effectiveOn: text, reason: text, approver: text });

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
      label: rulingPhrases.approverField(),
      kind: "select",
      required: true,
      ...(approvers[0] ? { value: approvers[0].staffId } : {}),
      options: approvers.map(({ staffId, name }) => ({ value: staffId, text: name })),
    },
  ];
  return { id: "answer", action: "ruling.record", subject: ruling, submitLabel: rulingPhrases.recordLabel(), fields };
}

/** Records the submitted form; undefined if the answer is empty. */
export async function recordForm(
  context: PersonContext,
  ruling: string,
  values: Readonly<Record<string, unknown>>,
): Promise<CommandOutcome | undefined> {
  const { answer, reason, ...form } = answerValues.parse(values);
  if (answer === undefined) return undefined;
  const approvers = approversIn(context.campaign.definition, context.people);
  const approver = approvers.find(({ staffId }) => staffId === form.approver) ?? approvers[0];
  if (!approver) throw new RefusalError("ruling.no-approver", rulingPhrases.noApprover());
  const effectiveOn = form.effectiveOn?.slice(0, 10);
  if (effectiveOn !== undefined && !isCivilDate(effectiveOn)) {
    throw new RefusalError("ruling.bad-date", rulingPhrases.badDate());
  }
  await recordAnswer(context, {
    ruling,
    text: cleanLine(answer),
    approver,
    ...(effectiveOn === undefined ? {} : { effectiveOn }),
    ...(reason === undefined ? {} : { reason: cleanLine(reason) }),
  });
  return { changed: true, toast: rulingPhrases.recordedToast(ruling, approver.name) };
}
