import { bareWords } from "../../../platform/conversation/bare-words.ts";
import type { PersonContext } from "../context.ts";
import { pendingOf } from "./disarm.ts";
import { namesOne, type PendingConfirmation } from "./extension-points.ts";
import { dispatchPhrases } from "./phrases.ts";

/** `one`: what is sent for it. `which`: several wait. `more`: it is confirmed with words that nothing keeps. */
export type Confirms =
  | { kind: "one"; typed: string }
  | { kind: "which"; pending: readonly PendingConfirmation[] }
  | { kind: "more"; pending: PendingConfirmation; more: string; mayName: boolean };

/** The word on the buttons of all withdrawals, of whatever it is. */
const WITHDRAWS = "确认撤回";
const APART = /^[\s,，、。;；:：（(]+/u;
const COURTESY = /^[\s,，。!！）)]*(?:谢谢|谢了|多谢|麻烦了|辛苦了)?[啊您你了]*[\s。.!！）)]*$/u;

/** What 确认撤回, alone or with more, confirms of what waits; undefined: it is left to its command. */
export function confirmsOf(all: readonly PendingConfirmation[], said: string): Confirms | undefined {
  const words = bareWords(said).words.trim();
  const pending = all.filter(({ typed }) => typed.startsWith(WITHDRAWS));
  const [only, second] = pending;
  if (!only || !words.startsWith(WITHDRAWS)) return undefined;
  const whole = pending.find(({ typed }) => words.startsWith(typed));
  const rest = words.slice((whole?.typed ?? WITHDRAWS).length);
  if (whole)
    return APART.test(rest) && !COURTESY.test(rest)
      ? { kind: "more", pending: whole, more: rest.replace(APART, ""), mayName: false }
      : { kind: "one", typed: whole.typed };
  // Of applications alone the card that was shown last is meant.
  if (pending.every(({ typed }) => typed.startsWith(`${WITHDRAWS} `))) return undefined;
  if (COURTESY.test(rest)) return second ? { kind: "which", pending } : { kind: "one", typed: only.typed };
  if (!APART.test(rest)) return undefined;
  return second ? undefined : { kind: "more", pending: only, more: rest.replace(APART, ""), mayName: true };
}

/** The words for which the message stands; undefined: it was answered. */
export async function saidForPending(context: PersonContext, said: string): Promise<string | undefined> {
  if (context.place !== "direct" || !said.includes(WITHDRAWS)) return said;
  const confirms = confirmsOf(await pendingOf(context), said);
  if (!confirms) return said;
  if (confirms.kind === "one") return confirms.typed;
  if (confirms.kind === "which") {
    await context.reply(dispatchPhrases.toConfirm(confirms.pending));
    return undefined;
  }
  const { pending, more, mayName } = confirms;
  const isNamed = mayName && (await context.contributions(namesOne, { text: more, asker: context })).length > 0;
  if (isNamed) return said;
  await context.reply(dispatchPhrases.confirmedWithMore(pending, more));
  return undefined;
}
