import { z } from "zod";
import type { View } from "../../platform/chat/view.ts";
import { matchOption } from "../../platform/conversation/answers/match-option.ts";
import { compactAnswer } from "../../platform/conversation/plain.ts";
import type { StillToSay } from "../../shared/refusal-error.ts";
import type { PersonContext } from "./context.ts";

/** Dialogue of a question which of several is meant. */
export const CHOICE = "reception.choice";

/** One of those asked about. */
export interface Choice {
  /** As listed. */
  name: string;
  /** What is sent for it: a command that names it beyond doubt. */
  typed: string;
  /** It is an answer to the question that was open before. */
  answers?: true;
  /** A text that goes on with the one of the same name that was kept before: none of the two is lost. */
  joins?: true;
  /** What the text is about: one that was kept before and speaks of it is not gone on with, but replaced. */
  about?: readonly string[];
  /** What may still be said behind it. */
  lacks?: StillToSay;
}

/** The question that was open before, and is again once one is chosen. */
interface Before {
  kind: string;
  state: unknown;
  /** Whose work it is, where it is not the person's own. */
  actsFor?: string;
}

const stored = z.object({
  /** A list that was only shown: it takes a bare number, and all else goes past it. */
  listed: z.literal(true).exactOptional(),
  choices: z.array(
    z.object({
      ...{ name: z.string(), typed: z.string(), answers: z.literal(true).exactOptional() },
      lacks: z.enum(["day", "text"]).exactOptional(),
    }),
  ),
  before: z.object({ kind: z.string(), state: z.unknown(), actsFor: z.string().exactOptional() }).exactOptional(),
});

/** What is asked, as it is stored. */
export const choiceIn = (state: unknown): { choices: readonly Choice[]; listed?: true; before?: Before } | undefined =>
  stored.safeParse(state).data;

/** The state of such a question. @param open what is open now */
export function choiceState(choices: readonly Choice[], open: Before | undefined): unknown {
  const before = open?.kind === CHOICE ? choiceIn(open.state)?.before : open;
  if (!before) return { choices };
  const { kind, state, actsFor } = before;
  return { choices, before: { kind, state, ...(actsFor === undefined ? {} : { actsFor }) } };
}

/**
 * The next message answers which of them is meant, whatever question was open before: it is never taken for an answer to
 * that one.
 */
export const awaitChoice = async (context: PersonContext, choices: readonly Choice[]): Promise<void> =>
  context.dialogue.open(CHOICE, choiceState(choices, await context.dialogue.current()));

/**
 * A list with numbers was shown: a bare number that comes next is for it, and for no list that was shown before, nor for
 * the question that is open.
 */
export async function awaitListed(context: PersonContext, choices: readonly Choice[]): Promise<void> {
  if (context.place !== "direct" || context.campaign.closedAt || choices.length === 0) return;
  const state = choiceState(choices, await context.dialogue.current());
  await context.dialogue.open(CHOICE, Object.assign({ listed: true }, state));
}

/** The view as it is shown. */
export function withoutListed(view: View): View {
  const { listed: _, ...shown } = view;
  return shown;
}

/** 1, 第二个: a number and nothing else. */
export const isBareNumber = (text: string): boolean =>
  /^第?[\d一二三四五六七八九十]{1,2}[个项条]?$/u.test(compactAnswer(text));

/** Ends the question; the one before it is open again. */
export async function endChoice(context: PersonContext): Promise<void> {
  const open = await context.dialogue.current();
  const before = open?.kind === CHOICE ? choiceIn(open.state)?.before : undefined;
  await context.dialogue.close(CHOICE);
  if (!before) return;
  const { dialogue } = before.actsFor === undefined ? context : context.inPlaceOf(before.actsFor);
  await dialogue.open(before.kind, before.state);
}

/**
 * 江南名苑 1-2 3 会议不全, where it is asked which is meant: what the chosen one's button sends, with what is said of it
 * behind. Undefined where no one name alone stands at the head, or its button says more than the name.
 */
export function chosenWithMore(choices: readonly Choice[], typed: string): string | undefined {
  const said = typed.trim();
  const named = choices.filter(({ name }) => said.startsWith(name)).toSorted((a, b) => b.name.length - a.name.length);
  const [first, second] = named;
  if (!first || first.name === second?.name || !first.typed.endsWith(` ${first.name}`)) return undefined;
  const rest = said.slice(first.name.length);
  return /^[\s,，:：、]+\S/u.test(rest) ? `${first.typed} ${rest.replace(/^[\s,，:：、]+/u, "")}` : undefined;
}

/** By number, name, an unambiguous part of a name, or what its button sends. Of the same name only the number tells. */
export function chosenOf(choices: readonly Choice[], typed: string): Choice | undefined {
  const sent = choices.find((choice) => compactAnswer(choice.typed) === compactAnswer(typed));
  if (sent) return sent;
  const match = matchOption(
    choices.map(({ name }, at) => ({ value: String(at + 1), text: name })),
    typed,
  );
  if (match.kind !== "one") return undefined;
  const chosen = choices[Number(match.option.value) - 1];
  const isShared = choices.filter(({ name }) => name === chosen?.name).length > 1;
  return isShared && !/^\D*\d{1,2}\D*$/u.test(compactAnswer(typed)) ? undefined : chosen;
}
