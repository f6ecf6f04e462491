import type { Action } from "../../../platform/chat/view.ts";
import type { PersonContext } from "../context.ts";
import {
  type CardQuestion,
  cardQuestions,
  type Disarmed,
  type PendingConfirmation,
  pendingConfirmations,
} from "./extension-points.ts";
import { plainText } from "./match-command.ts";
import { dispatchPhrases } from "./phrases.ts";

/** 取消 and 算了: nothing that was shown for confirmation is confirmed by its word afterwards. */
export const isCancelling = (text: string): boolean =>
  /^(?:[嗯呃那，,\s]*算了[，,\s]*(?:先?不(?:办|撤|撤回|报|弄|交|提交|定稿|改|延|申请)了?[吧啊]?)|取消|算了吧?|不(?:办|撤|撤回|报|弄|交|提交|定稿)了|先?不(?:办|弄)了?|cancel)$/iu.test(
    // 不撤了不撤了
    plainText(text).replace(/^(.{2,8}?)(?:[，,\s]*\1)+$/u, "$1"),
  );

/** Beside the press that confirms: nothing is done, and what was shown does not wait any more. */
export const cancelAction = (label: string): Action => ({
  ...{ id: "dialogue.cancel", label, typed: "取消" },
  ...{ look: "default", subject: "shown" },
});

/** What waits for the person's confirmation. */
export async function pendingOf(context: PersonContext): Promise<readonly PendingConfirmation[]> {
  if (context.campaign.closedAt) return [];
  return (await context.contributions(pendingConfirmations, { person: context.person.staffId })).flat();
}

/** Questions on cards that wait for the person. */
export async function questionsOf(context: PersonContext): Promise<readonly CardQuestion[]> {
  if (context.campaign.closedAt) return [];
  return (await context.contributions(cardQuestions, { asked: context })).flat();
}

/** Ends what waits for a confirmation, or what is given of it, and the questions on cards. */
export async function disarm(context: PersonContext, pending?: readonly PendingConfirmation[]): Promise<Disarmed> {
  if (pending?.length === 0) return { names: [], sentences: [] };
  const all = pending ?? (await pendingOf(context));
  for (const one of all) await one.disarm();
  const sentences: string[] = [];
  for (const question of await questionsOf(context)) sentences.push(await question.end());
  return { names: all.map(({ name }) => name), sentences };
}

/** 取消 ends what is asked on cards before anything else: a form that is open beside it stays open. @returns false if nothing is asked */
export async function endQuestions(context: PersonContext, text: string): Promise<boolean> {
  if (context.place !== "direct" || !isCancelling(text) || (await questionsOf(context)).length === 0) return false;
  await context.reply(dispatchPhrases.cancelled(await disarm(context)));
  return true;
}
