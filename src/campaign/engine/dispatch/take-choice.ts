import { districtName } from "../../definition/districts.ts";
import { CHOICE, choicesIn, chosenOf } from "../choice.ts";
import type { PersonContext } from "../context.ts";
import { onBehalfPhrases } from "../on-behalf-phrases.ts";
import type { Registry } from "../registry.ts";
import { matchCommand } from "./match-command.ts";
import { dispatchPhrases } from "./phrases.ts";

/**
 * The words that the message stands for while it is asked which of several is meant: the command of the chosen one, else
 * the message itself. Undefined: it was asked again.
 */
export async function takeChoice(
  context: PersonContext,
  text: string,
  { commands }: Registry,
): Promise<string | undefined> {
  const open = context.place === "direct" ? await context.dialogue.current() : undefined;
  const choices = open?.kind === CHOICE ? choicesIn(open.state) : undefined;
  if (!choices) return text;
  const chosen = chosenOf(choices, text);
  if (chosen) {
    await context.dialogue.close(CHOICE);
    return open?.actsFor === undefined
      ? chosen.typed
      : onBehalfPhrases.typed(districtName(context.campaign.definition, open.actsFor), chosen.typed);
  }
  if (matchCommand(commands, text) || commands.some(({ recognises }) => recognises?.(context, text))) return text;
  await context.reply(dispatchPhrases.chooseAgain(text, choices));
  return undefined;
}
