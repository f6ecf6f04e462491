import { z } from "zod";
import { countWords } from "../../../platform/conversation/count-words.ts";
import { plainAnswer } from "../../../platform/conversation/plain.ts";
import { awaitChoice, type Choice } from "../choice.ts";
import type { PersonContext } from "../context.ts";
import type { Command } from "../feature.ts";
import { namesOne } from "./extension-points.ts";
import { matchCommand } from "./match-command.ts";
import { dispatchPhrases } from "./phrases.ts";

/** Draft of the text that was pasted last without a command, while nothing has been done with it. Subject: the person. */
const KEPT = "dispatch.pasted";
/** Campaign time. */
const KEPT_MS = 24 * 60 * 60_000;

const kept = z.object({
  at: z.string(),
  choices: z.array(z.object({ name: z.string(), typed: z.string() })),
  /** As it was sent. */
  text: z.string().exactOptional(),
  /** The command for which it was offered last, and by whose bare words it may be left. */
  offered: z.string().exactOptional(),
});

type Whose = Pick<PersonContext, "drafts" | "person">;

const draftOf = async ({ drafts, person }: Whose) =>
  (await drafts.unfinished({ kind: KEPT, subject: person.staffId }))[0];

/**
 * Keeps what a text may be for, and the text with it, in place of the one before.
 * @returns the text that is kept no more, for it is to be said
 */
export async function keepPaste(
  context: PersonContext,
  choices: readonly Choice[],
  text: string,
): Promise<string | undefined> {
  const { drafts, person, now } = context;
  const replaced = kept.safeParse((await draftOf(context))?.body).data?.text;
  const body = { at: now.toISOString(), choices: choices.map(({ name, typed }) => ({ name, typed })), text };
  const before = await draftOf(context);
  if (before) await drafts.save(before, { body });
  else await drafts.start({ kind: KEPT, subject: person.staffId, startedBy: person.staffId, body });
  // Sent again, also with more behind it, it is not lost.
  return replaced === undefined || text.includes(replaced.trim()) ? undefined : replaced;
}

/** The text that is kept; undefined a day later. */
async function stillKept(context: PersonContext): Promise<z.infer<typeof kept> | undefined> {
  if (context.place !== "direct") return undefined;
  const { data } = kept.safeParse((await draftOf(context))?.body);
  return data && context.now.getTime() - new Date(data.at).getTime() < KEPT_MS ? data : undefined;
}

/** With what was kept for the same before in front, where the one goes on with the other. */
export async function withKept(
  context: PersonContext,
  choices: readonly Choice[],
  text: string,
): Promise<{ choices: readonly Choice[]; text: string; joined?: string }> {
  const before = await stillKept(context);
  const joined = choices.map((choice) => {
    const own = before?.choices.find(({ name }) => name === choice.name);
    const more = choice.typed.slice(choice.name.length).trim();
    const isAnew = choice.about?.some((word) => before?.text?.normalize("NFKC").includes(word)) === true;
    return choice.joins && own && !isAnew && !more.includes(own.typed.slice(own.name.length).trim())
      ? { ...choice, typed: `${own.typed}\n${more}` }
      : choice;
  });
  const isJoined = joined.length > 0 && joined.every((choice, at) => choice !== choices[at]);
  if (!isJoined || before?.text === undefined) return { choices, text };
  return { choices: joined, text: `${before.text}\n${text}`, joined: before.text };
}

const shown = (text: string) => ({ count: countWords(text), first: text.split("\n")[0] ?? "" });

/** A text that was kept for the command until a day ago: it can be sent again only if that is said. */
async function sayGone(context: PersonContext, words: string): Promise<void> {
  const gone = kept.safeParse((await draftOf(context))?.body).data;
  if (!gone?.choices.some((choice) => isFor(choice, words))) return;
  await dropPaste(context);
  await context.reply(dispatchPhrases.pasteGone(shown(gone.text ?? "")));
}

/** What the text that is kept may be for. */
export const keptPaste = async (context: PersonContext): Promise<readonly Choice[]> =>
  (await stillKept(context))?.choices ?? [];

export async function dropPaste(context: Whose): Promise<void> {
  const draft = await draftOf(context);
  if (draft) await context.drafts.save(draft, { state: "done" });
}

/** 取消, 不用这段内容: nothing is done with it. @returns what is said of it */
export async function leaveKept(context: PersonContext): Promise<readonly string[]> {
  const before = await stillKept(context);
  if (!before) return [];
  await dropPaste(context);
  return [dispatchPhrases.pasteDropped(shown(before.text ?? before.choices[0]?.typed ?? ""))];
}

/** The kept text as it was corrected where it was asked what it is for: 日期改为9.27. */
export async function correctKept(
  context: PersonContext,
  choices: readonly Choice[],
  { from, to }: { from: string; to: string },
): Promise<void> {
  const before = await stillKept(context);
  const isOwn = before?.choices.every(({ name }) => choices.some((one) => one.name === name));
  if (before?.text !== undefined && isOwn)
    await keepPaste(context, choices, before.text.normalize("NFKC").replace(from, to));
}

const OFFERS = /^\s*用于(?<words>\S.*)$/u;

/**
 * 用于登记意见 雅苑, 不用这段内容, said after something else: what is sent for it. Undefined: it was answered.
 */
export async function saidOfKept(
  context: PersonContext,
  text: string,
  commands: readonly Command[],
): Promise<string | undefined> {
  const words = OFFERS.exec(text)?.groups?.words;
  const isLeft = plainAnswer(text) === dispatchPhrases.leavesPaste();
  if (context.place !== "direct" || (words === undefined && !isLeft)) return text;
  const before = await stillKept(context);
  if (!before) return text;
  if (isLeft) {
    await context.reply(dispatchPhrases.cancelled({ names: [], sentences: await leaveKept(context) }));
    return undefined;
  }
  const matched = matchCommand(commands, words ?? "");
  return (matched && (await sentFor(context, before.choices, matched))?.typed) ?? text;
}

/** Said in answer to what is open: it has found its place. */
export async function dropIfSaid(context: PersonContext, text: string): Promise<void> {
  const said = text.trim();
  if ([...said].length < SHORTEST) return;
  if ((await keptPaste(context)).some(({ typed }) => typed.endsWith(said))) await dropPaste(context);
}
/** In characters: no text that is kept is shorter. */
const SHORTEST = 12;

async function noteOffered(context: PersonContext, body: z.infer<typeof kept>): Promise<void> {
  const draft = await draftOf(context);
  if (draft) await context.drafts.save(draft, { body });
}

interface Said {
  /** The command's words as said. */
  words?: string;
  rest: string;
  verbatim: string;
}

/** 登记意见 雅苑 …, 修改申报 雅苑 with the text on lines of its own. */
const begins = ({ typed }: Choice, words: string): boolean =>
  typed.startsWith(words) && /^\s/u.test(typed.slice(words.length));

/** The command sends the text itself, or is what it was offered under: 申报 sends 按所发内容申报 …. */
const isFor = (choice: Choice, words: string): boolean => choice.name === words || begins(choice, words);

/** What the command would send, with the text for the one that it names: 登记意见, 登记意见 雅苑. */
async function sentFor(
  context: PersonContext,
  all: readonly Choice[],
  { words, rest }: { words: string; rest: string },
): Promise<Choice | undefined> {
  const choices = all.filter((choice) => isFor(choice, words));
  const [first] = choices;
  if (!first || rest === "") return first;
  const named = choices.find((choice) => begins(choice, `${words} ${rest}`));
  if (named || choices.length > 1) return named;
  // What it was offered for is named: it is for no other, and for that one by any part of its name.
  if (first.name.startsWith(`${words} `)) return first.name.slice(words.length).includes(rest) ? first : undefined;
  // 申报 雅苑 begins one of that name: of a text in which it stands.
  if (!begins(first, words)) return first.typed.includes(rest) ? first : undefined;
  const isName = (await context.contributions(namesOne, { text: rest, asker: context })).length > 0;
  return isName ? { ...first, typed: `${words} ${rest} ${first.typed.slice(words.length + 1)}` } : undefined;
}

/** The text itself, also with the right name where it had another word: 雅园 社区同意…, 雅苑 社区同意…. */
export function isSameText(typed: string, said: string): boolean {
  if (said === "") return false;
  const behindName = /^\S+\s+\S+\s+(?<rest>[\s\S]*)$/u.exec(typed)?.groups?.rest?.trim() ?? "";
  return typed.endsWith(said) || ([...behindName].length >= SHORTEST && said.endsWith(behindName));
}

/**
 * A command for which a text was pasted before: the text is offered for it, not forgotten. Chosen from the offer, or with
 * the text itself behind it, it takes its course, and nothing is kept any more.
 * @returns true if it was offered
 */
export async function offersPaste(
  context: PersonContext,
  { words = "", rest, verbatim }: Said,
  { isChosen }: { isChosen: boolean },
): Promise<boolean> {
  if (context.place !== "direct" || words === "") return false;
  const named = `${words} ${rest}`.trim();
  const before = await stillKept(context);
  if (!before) {
    await sayGone(context, words);
    return false;
  }
  const isText = before.choices.some(({ typed }) => isSameText(typed, verbatim.trim()));
  if (isText || (isChosen && before.offered === named)) {
    await dropPaste(context);
    return false;
  }
  const own = await sentFor(context, before.choices, { words, rest });
  if (!own) return false;
  const text = before.text ?? own.typed.slice(words.length + 1);
  await noteOffered(context, { ...before, offered: named });
  const offer = dispatchPhrases.keptPaste({ words: named, ...shown(text) });
  const choices = [
    { name: offer.take, typed: own.typed },
    { name: offer.leave, typed: named },
  ];
  await awaitChoice(context, choices);
  await context.reply({
    ...offer.view,
    actions: choices.map(({ name }) => ({ id: "", label: name, typed: name, look: "default" })),
  });
  return true;
}
