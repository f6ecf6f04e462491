import type { CurrentDialogue } from "../../../platform/chat/dialogue.ts";
import { CHOICE, choiceIn, endChoice } from "../choice.ts";
import type { PersonContext } from "../context.ts";
import type { Command, CommandOutcome, CommandRequest } from "../feature.ts";
import { isSame } from "./step-aside.ts";

/** Runs the command; a question which of several was meant is over once that, or something else, was done. */
export async function handled(
  context: PersonContext,
  command: Command,
  request: CommandRequest,
): Promise<CommandOutcome> {
  const before = context.place === "direct" ? await context.dialogue.current() : undefined;
  const outcome = await command.handle(context, request);
  if (before?.kind === CHOICE) await settle(context, before, { command, outcome });
  return outcome;
}

/** A list with numbers is shown, or a card, which may have one: the list before it takes no number any more. */
const showsList = ({ reply, toast, listed }: CommandOutcome): boolean =>
  reply === undefined
    ? toast === undefined || listed !== undefined
    : reply.body.some((block) => block.kind === "list" && block.ordered === true && block.items.length > 1);

async function settle(
  context: PersonContext,
  before: CurrentDialogue,
  { command, outcome }: { command: Command; outcome: CommandOutcome },
): Promise<void> {
  const now = await context.dialogue.current();
  if (!now || !isSame(now, before)) return;
  const { choices = [] } = choiceIn(before.state) ?? {};
  const isItsOwn = choices.some(({ typed }) => command.words?.some((word) => typed.startsWith(word)));
  if (isItsOwn || command.effect === "write" || showsList(outcome)) await endChoice(context);
}
