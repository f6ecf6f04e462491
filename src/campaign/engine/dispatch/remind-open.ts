import type { CurrentDialogue } from "../../../platform/chat/dialogue.ts";
import type { View } from "../../../platform/chat/view.ts";
import { CHOICE } from "../choice.ts";
import type { PersonContext } from "../context.ts";
import type { Command } from "../feature.ts";
import { unfinishedOf } from "../unfinished-work.ts";
import { dispatchPhrases } from "./phrases.ts";
import { hasBeenLeft, isSame, partOf } from "./step-aside.ts";

/**
 * After something else was done while a question is open: one line says that it still waits and how to see it again.
 * @param before the question that was open
 * @returns the reply to send, with the line; without a reply the line is sent by itself
 */
export async function remindOpen(
  context: PersonContext,
  reply: View | undefined,
  { before, command }: { before: CurrentDialogue | undefined; command: Pick<Command, "id"> },
): Promise<View | undefined> {
  if (!before || before.kind === CHOICE || hasBeenLeft(before, context.now)) return reply;
  const open = await context.dialogue.current();
  // Opened anew, it has been shown.
  const isUntouched = open && isSame(open, before) && open.openedAt.getTime() === before.openedAt.getTime();
  if (!isUntouched) return withReplaced(context, reply, { before, open });
  if (partOf(command.id) === partOf(before.kind)) return reply;
  const all = await unfinishedOf(context);
  const name = all.find(({ dialogue }) => isSame(dialogue, before))?.name;
  if (name === undefined) return reply;
  if (reply) return { ...reply, body: [...reply.body, { kind: "text", text: dispatchPhrases.stillOpen(name) }] };
  await context.reply(dispatchPhrases.stillOpenAlone(name));
  return undefined;
}

/** Another question has taken its place: what waits without a card of its own is named. */
async function withReplaced(
  context: PersonContext,
  reply: View | undefined,
  { before, open }: { before: CurrentDialogue; open: CurrentDialogue | undefined },
): Promise<View | undefined> {
  if (!open || partOf(open.kind) === partOf(before.kind)) return reply;
  const work = (await unfinishedOf(context)).find(({ dialogue, told }) => told && isSame(dialogue, before));
  if (!work) return reply;
  const kept = dispatchPhrases.keptAside(work.name);
  if (reply) return { ...reply, body: [...reply.body, ...kept.body] };
  await context.reply(kept);
  return undefined;
}
