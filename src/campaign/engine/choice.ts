import { z } from "zod";
import { matchOption } from "../../platform/conversation/answers/match-option.ts";
import { compactAnswer } from "../../platform/conversation/plain.ts";
import type { PersonContext } from "./context.ts";

/** Dialogue of a question which of several is meant. */
export const CHOICE = "reception.choice";

/** One of those asked about. */
export interface Choice {
  /** As listed. */
  name: string;
  /** What is sent for it: a command that names it beyond doubt. */
  typed: string;
}

const stored = z.object({ choices: z.array(z.object({ name: z.string(), typed: z.string() })) });

export const choicesIn = (state: unknown): readonly Choice[] | undefined => stored.safeParse(state).data?.choices;

/**
 * The next message answers which of them is meant, whatever question was open before: it is never taken for an answer to
 * that one.
 */
export const awaitChoice = (context: PersonContext, choices: readonly Choice[]): Promise<void> =>
  context.dialogue.open(CHOICE, { choices });

/** By number, name or an unambiguous part of a name. Of those with the same name only the number tells. */
export function chosenOf(choices: readonly Choice[], typed: string): Choice | undefined {
  const match = matchOption(
    choices.map(({ name }, at) => ({ value: String(at + 1), text: name })),
    typed,
  );
  if (match.kind !== "one") return undefined;
  const chosen = choices[Number(match.option.value) - 1];
  const isShared = choices.filter(({ name }) => name === chosen?.name).length > 1;
  return isShared && !/^\D*\d{1,2}\D*$/u.test(compactAnswer(typed)) ? undefined : chosen;
}
