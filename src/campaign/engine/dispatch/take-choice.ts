import { plainAnswer } from "../../../platform/conversation/plain.ts";
import { districtName } from "../../definition/districts.ts";
import { CHOICE, choiceIn, chosenOf, endChoice } from "../choice.ts";
import type { PersonContext } from "../context.ts";
import { onBehalfPhrases } from "../on-behalf-phrases.ts";
import type { Registry } from "../registry.ts";
import { matchCommand } from "./match-command.ts";
import { dispatchPhrases } from "./phrases.ts";

const CANCEL = /^(?:取消|不办了?|不用了?|算了|cancel)$/iu;

export interface TakenWords {
  text: string;
  /** The command of the one that was chosen: it answers no other question. */
  isChosen: boolean;
}

/**
 * The words that the message stands for while it is asked which of several is meant: the command of the chosen one, else
 * the message itself. Undefined: it was answered.
 */
export async function takeChoice(
  context: PersonContext,
  text: string,
  { commands }: Registry,
): Promise<TakenWords | undefined> {
  const open = context.place === "direct" ? await context.dialogue.current() : undefined;
  const asked = open?.kind === CHOICE ? choiceIn(open.state) : undefined;
  const itself = { text, isChosen: false };
  // A file goes its way; the choice stays open.
  if (!asked || text.trim() === "") return itself;
  const chosen = chosenOf(asked.choices, text);
  if (chosen) {
    await endChoice(context);
    const words =
      open?.actsFor === undefined
        ? chosen.typed
        : onBehalfPhrases.typed(districtName(context.campaign.definition, open.actsFor), chosen.typed);
    return { text: words, isChosen: true };
  }
  if (CANCEL.test(plainAnswer(text))) {
    await endChoice(context);
    await context.reply(dispatchPhrases.choiceCancelled(asked.before !== undefined));
    return undefined;
  }
  if (matchCommand(commands, text) || commands.some(({ recognises }) => recognises?.(context, text))) return itself;
  await context.reply(dispatchPhrases.chooseAgain(text, asked.choices));
  return undefined;
}
