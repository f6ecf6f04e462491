import type { PersonContext } from "../context.ts";
import { type PendingConfirmation, pendingConfirmations } from "./extension-points.ts";
import { plainText } from "./match-command.ts";

/** 取消 and 算了: nothing that was shown for confirmation is confirmed by its word afterwards. */
export const isCancelling = (text: string): boolean =>
  /^(?:取消|算了吧?|不(?:办|撤|撤回|报|弄|交|提交|定稿)了|先?不(?:办|弄)了?|cancel)$/iu.test(plainText(text));

/** What waits for the person's confirmation. */
export async function pendingOf(context: PersonContext): Promise<readonly PendingConfirmation[]> {
  if (context.campaign.closedAt) return [];
  return (await context.contributions(pendingConfirmations, { person: context.person.staffId })).flat();
}

/** Ends all of it. @returns their names */
export async function disarm(context: PersonContext): Promise<string[]> {
  const all = await pendingOf(context);
  for (const one of all) await one.disarm();
  return all.map(({ name }) => name);
}
