import type { PersonContext } from "../context.ts";
import { asksOfState } from "./extension-points.ts";
import { remindOpen } from "./remind-open.ts";

/** Answers a question about the asker's own work; the open question is named and stays. @returns false if it is none */
export async function answerState(
  context: PersonContext,
  text: string,
  { isCommand } = { isCommand: false },
): Promise<boolean> {
  const [view] = await context.contributions(asksOfState, { text, asker: context, isCommand });
  if (!view) return false;
  const before = context.place === "direct" ? await context.dialogue.current() : undefined;
  const reminded = await remindOpen(context, view, { before, command: { id: "standing" } });
  if (reminded) await context.reply(reminded);
  return true;
}
