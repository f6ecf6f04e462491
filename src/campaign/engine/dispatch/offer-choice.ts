import { RefusalError } from "../../../shared/refusal-error.ts";
import { CHOICE, type Choice, choiceState } from "../choice.ts";
import type { PersonContext } from "../context.ts";
import type { Command } from "../feature.ts";

/** Buttons for a choice among names. */
const MAX_BUTTONS = 8;

/** What was said: the command's words, where it has some, and what followed them. */
interface Said {
  words?: string;
  verbatim: string;
}

/**
 * A refusal that lists names waits for one of them: by number, name or button the command is said again with it. Other
 * errors stay what they are.
 */
export async function withChoice(context: PersonContext, error: unknown, said: Said): Promise<unknown> {
  if (!(error instanceof RefusalError)) return error;
  const lacks = error.lacks === undefined ? {} : { lacks: error.lacks };
  if (error.choices.length === 0) return error.lacks === undefined ? error : awaitingRest(context, error, said);
  const choices = error.choices.map((name): Choice => ({ name, typed: sentFor(name, error, said), ...lacks }));
  const { campaign, place, now } = context;
  const canAsk = place === "direct" && campaign.closedAt === undefined;
  const state = choiceState(choices, await context.dialogue.current());
  const dialogue = { kind: CHOICE, state, campaignId: campaign.id, answeredAt: now };
  const typed = choices.slice(0, MAX_BUTTONS).map((choice) => choice.typed);
  return new RefusalError(error.code, error.message, {
    choices: error.choices,
    said: error.said,
    after: error.after,
    asks: { typed, ...(canAsk ? { dialogue } : {}) },
  });
}

/** In characters, of what may stand before the command's words. */
const MOST_BEFORE = 6;

/** 申请延期我们材料来不及…, which the command recognised itself: its words, and what is behind them. */
export function headSaid({ words = [] }: Pick<Command, "words">, text: string): Said {
  const said = words
    .toSorted((a, b) => b.length - a.length)
    .map((word) => ({ word, at: text.indexOf(word) }))
    .find(({ at }) => at >= 0 && at <= MOST_BEFORE);
  return said ? { words: said.word, verbatim: text.slice(said.at + said.word.length).trim() } : { verbatim: text };
}

/** What was said waits for the rest: the refusal names it, and the next message may say it. */
async function awaitingRest(context: PersonContext, error: RefusalError, { words = "", verbatim }: Said) {
  const { campaign, place, now } = context;
  if (place !== "direct" || campaign.closedAt !== undefined || error.lacks === undefined) return error;
  const typed = `${words} ${verbatim}`.trim();
  const state = choiceState([{ name: typed, typed, lacks: error.lacks }], await context.dialogue.current());
  const dialogue = { kind: CHOICE, state, campaignId: campaign.id, answeredAt: now };
  const { typed: offers = [], labels } = error.asks ?? {};
  const shown = labels === undefined ? {} : { labels };
  return new RefusalError(error.code, error.message, { asks: { typed: offers, ...shown, dialogue } });
}

/** The words with the name instead of what was to name it; behind the command's words or all words where nothing was. */
export function sentFor(
  name: string,
  { said: named, after }: Pick<RefusalError, "said" | "after">,
  { words = "", verbatim }: Said,
): string {
  if (after !== undefined) return [words, verbatim, after, name].filter(Boolean).join(" ");
  const at = named === "" ? -1 : verbatim.indexOf(named);
  const rest = at < 0 ? (named === "" ? `${name} ${verbatim}` : name) : verbatim.replace(named, () => name);
  return `${words} ${rest}`.trim();
}
