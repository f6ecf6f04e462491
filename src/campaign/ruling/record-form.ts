import { z } from "zod";
import { cleanLine } from "../../platform/conversation/plain.ts";
import { isCivilDate } from "../../shared/civil-date.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import type { PersonContext } from "../engine/context.ts";
import type { CommandOutcome } from "../engine/feature.ts";
import { answerText, askFirst } from "./dialogue.ts";
import { rulingPhrases } from "./phrases.ts";
import { recordAnswer } from "./record.ts";
import { approversIn } from "./rules.ts";

const text = z.string().optional().catch(undefined);
const answerValues = z.object({ answer: text, effectiveOn: text, reason: text, approver: text });

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
  if (!approver) throw new RefusalError("ruling.no-approver", rulingPhrases.noApprover(context.campaign.definition));
  const effectiveOn = form.effectiveOn?.slice(0, 10);
  if (effectiveOn !== undefined && !isCivilDate(effectiveOn)) {
    throw new RefusalError("ruling.bad-date", rulingPhrases.badDate());
  }
  const wanted = {
    ruling,
    text: answerText(context, ruling, cleanLine(answer)),
    approver,
    ...(effectiveOn === undefined ? {} : { effectiveOn }),
    ...(reason === undefined ? {} : { reason: cleanLine(reason) }),
  };
  const asked = await askFirst(context, wanted);
  if (asked) {
    await context.reply(asked);
    return { toast: rulingPhrases.echoToast(ruling) };
  }
  await recordAnswer(context, wanted);
  return { changed: true, toast: rulingPhrases.recordedToast(ruling, approver.name) };
}
