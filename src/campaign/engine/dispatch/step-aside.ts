import { isDeepStrictEqual } from "node:util";
import type { CurrentDialogue, OpenDialogue } from "../../../platform/chat/dialogue.ts";
import type { PersonContext } from "../context.ts";
import type { Command } from "../feature.ts";
import { unfinishedOf } from "../unfinished-work.ts";
import { dispatchPhrases } from "./phrases.ts";

/** Campaign time. */
const LEFT_AFTER_MS = 24 * 60 * 60_000;

/** Whether the person has not answered for a day. */
export const hasBeenLeft = ({ answeredAt }: Pick<OpenDialogue, "answeredAt">, now: Date): boolean =>
  answeredAt !== undefined && now.getTime() - answeredAt.getTime() >= LEFT_AFTER_MS;

/** The open question, if it was left for a day. */
export async function leftConversation(context: PersonContext): Promise<CurrentDialogue | undefined> {
  const open = await context.dialogue.current();
  return open && hasBeenLeft(open, context.now) ? open : undefined;
}

/**
 * After something else was done: the question that was left steps aside, and the person is told how to go on with it.
 * A command of the same part goes on with it; a press leaves it open unless it opened another.
 */
export async function stepAside(
  context: PersonContext,
  left: CurrentDialogue,
  command: Pick<Command, "id"> | undefined,
): Promise<void> {
  const open = await context.dialogue.current();
  const isOpen = open !== undefined && isSame(open, left);
  const isTakenUp = isOpen && !hasBeenLeft(open, context.now);
  if (isTakenUp || (isOpen && command === undefined)) return;
  if (isOpen && command && partOf(command.id) === partOf(left.kind)) return context.dialogue.touch();
  const all = await unfinishedOf(context);
  const work = all.find(({ dialogue }) => isSame(dialogue, left));
  if (!work || work.onlyOpen) return;
  if (isOpen) await context.dialogue.close();
  await context.reply(dispatchPhrases.steppedAside(work.name));
}

export const isSame = (
  one: Pick<OpenDialogue, "kind" | "state">,
  other: Pick<OpenDialogue, "kind" | "state">,
): boolean => one.kind === other.kind && isDeepStrictEqual(one.state, other.state);

/** preliminary-review of preliminary-review.sheet */
export const partOf = (id: string): string | undefined => id.split(".")[0];
