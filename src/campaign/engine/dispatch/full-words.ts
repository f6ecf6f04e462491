import { withoutFillers } from "../../../platform/conversation/spoken.ts";
import { awaitChoice, CHOICE, type Choice, choiceIn } from "../choice.ts";
import { isOffered, mayUseCommand } from "../command-listing.ts";
import type { PersonContext } from "../context.ts";
import type { Command } from "../feature.ts";
import type { Registry } from "../registry.ts";
import { unfinishedOf } from "../unfinished-work.ts";
import { namesOne } from "./extension-points.ts";
import { initialsOf, type Matched, matchSpoken, plainText, withAnnexNumbers } from "./match-command.ts";
import { dispatchPhrases } from "./phrases.ts";

/** Words of a command and a name are short. In characters. */
const MOST = 24;
const LETTERS = /^[a-z]{2,8}$/iu;
const LETTERS_FIRST = /^(?<head>[a-z]{2,8})(?:\s+|(?=\p{Script=Han}))(?<rest>\S.*)$/iu;
const MIN_WORDS = 2;
/** What people say to an open question; their initials stand for them. */
const TO_A_QUESTION = ["提交", "报送", "确认", "跳过", "上一步", "保存退出"];

/** What was said, written out. */
export interface FullWords {
  text: string;
  /** What the letters may stand for; left out where that is plain. */
  several?: readonly Choice[];
}

/**
 * Writes out what is said short: tj, cp塔山, 初评塔山, 撤回 名单. A name is one that is known, or sounds like one; the
 * command asks back for the latter.
 */
export async function inFull(context: PersonContext, text: string, registry: Registry): Promise<FullWords> {
  if (context.place !== "direct" || text.length > MOST || /[\n\t]/u.test(text)) return { text };
  const said = plainText(withoutFillers(text));
  if (LETTERS.test(said)) return abbreviated(context, { text, said: said.toLowerCase() }, registry);
  const isWhole = matchSpoken(registry.commands, text) !== undefined;
  // What is said whole is most of it, and needs no list of what the person may say.
  if (isWhole && !/\s/u.test(said)) return { text };
  const usable = registry.commands.filter((command) => isUsable(context, command));
  const joined = withoutBlanks(usable, said);
  if (joined !== undefined) return { text: joined };
  if (isWhole) return { text };
  const named = [...namings(usable, said), ...((await isIdleOrOrder(context, said)) ? namedBefore(usable, said) : [])];
  for (const { words, rest } of named) {
    const isKnown = await context.contributions(namesOne, { text: rest, asker: context });
    if (isKnown.length > 0) return { text: `${words} ${rest}` };
  }
  return { text };
}

/** The command that is said; a single sign is none for who may not do what it stands for: 查 may be meant for 查看. */
export function commandSaid(context: PersonContext, text: string, commands: readonly Command[]): Matched | undefined {
  const matched = matchSpoken(commands, text);
  const isSign = matched?.rest === "" && [...matched.words].length === 1;
  const isOwn = matched && mayUseCommand(context.campaign.definition, context.person, matched.command);
  return isSign && !isOwn ? undefined : matched;
}

/** Asks which of them the letters stand for. */
export async function askWhichWords(context: PersonContext, said: string, several: readonly Choice[]): Promise<void> {
  await awaitChoice(context, several);
  await context.reply(dispatchPhrases.whichWords(said, several));
}

const isUsable = ({ campaign: { definition }, person, place }: PersonContext, command: Command): boolean =>
  command.words !== undefined &&
  (command.onlyIn ?? place) === place &&
  isOffered(definition, command) &&
  mayUseCommand(definition, person, command);

/** 撤回 名单 is 撤回名单. */
function withoutBlanks(commands: readonly Command[], said: string): string | undefined {
  const joined = said.replaceAll(/\s+/gu, "");
  if (joined === said) return undefined;
  return wordsOf(commands).some((words) => words === joined) ? joined : undefined;
}

const wordsOf = (commands: readonly Command[]): string[] => commands.flatMap(({ words = [] }) => words);

/** Words of a command at the beginning, and what follows them, longest first. */
function namings(commands: readonly Command[], said: string): { words: string; rest: string }[] {
  const { head, rest = "" } = LETTERS_FIRST.exec(said)?.groups ?? {};
  if (head !== undefined) {
    const meant = commands.flatMap((command) => abbreviatedBy(command, head.toLowerCase()) ?? []);
    return meant.length === 1 ? meant.map((words) => ({ words, rest })) : [];
  }
  return wordsOf(commands)
    .filter((words) => words.length >= MIN_WORDS && said.startsWith(words) && said.length > words.length)
    .toSorted((one, other) => other.length - one.length)
    .map((words) => ({ words, rest: withoutParticle(said.slice(words.length).trim()) }));
}

/** 初评东升花园吧 */
export const withoutParticle = (rest: string): string => rest.replace(/(?<=\S{2})[吧啊呀哦嘛]+$/u, "");

const ORDER = /^(?:然后|接着|下面|那|再|我们?|现在|请|麻烦|帮忙|帮我|想要?|要|需要|开始|来)*(?:给|帮|替|为|对|把)/u;
const WISH = /^(?:我们?|现在|请|麻烦|帮忙|帮我|想要?|要|需要|开始|来)+/u;
const DOES = /(?:的|去)?(?:填写?|做|办理?|弄|录入?|写|看|打)?(?:一[下个]|个)?$/u;

/** 给湖塘花园打分, 湖塘花园的要求: what is to be done stands behind the name. */
function namedBefore(commands: readonly Command[], said: string): { words: string; rest: string }[] {
  const plain = withAnnexNumbers(said)
    .replace(ORDER, "")
    .replace(WISH, "")
    .replaceAll("一下", "")
    .replace(/[吧了]+$/u, "");
  return commands.flatMap(({ words = [], alsoCalled = [] }) => {
    const [usual] = words;
    const all = [...words, ...alsoCalled].filter((word) => word.length >= MIN_WORDS);
    const word = all.toSorted((one, other) => other.length - one.length).find((one) => plain.endsWith(one));
    const rest = word === undefined ? "" : plain.slice(0, -word.length).replace(DOES, "").trim();
    return usual === undefined || rest.length < MIN_WORDS ? [] : [{ words: usual, rest }];
  });
}

/** In an open question the words may be an answer, unless they begin as an order. */
const isIdleOrOrder = async ({ dialogue }: PersonContext, said: string): Promise<boolean> =>
  ORDER.test(said) || (await dialogue.current()) === undefined;

/** The words of the command that the letters stand for. */
const abbreviatedBy = ({ words = [], abbreviations = [] }: Command, letters: string): string | undefined =>
  words.find((word) => word.toLowerCase() !== letters && initialsOf(word) === letters) ??
  (abbreviations.includes(letters) ? words[0] : undefined);

async function abbreviated(
  context: PersonContext,
  { text, said }: { text: string; said: string },
  registry: Registry,
): Promise<FullWords> {
  const usable = registry.commands.filter((command) => isUsable(context, command));
  // todo and help are words themselves.
  if (wordsOf(registry.commands).includes(said)) return { text };
  const toQuestion = TO_A_QUESTION.filter((word) => initialsOf(word) === said);
  const all = [
    ...(await answersTo(context, toQuestion, registry)),
    ...usable.flatMap((command) => abbreviatedBy(command, said) ?? []).map((typed): Choice => ({ name: typed, typed })),
  ];
  const choices = all.filter(({ typed }, at) => all.findIndex((one) => one.typed === typed) === at);
  const [only, second] = choices;
  if (!only) return { text };
  return second ? { text, several: choices } : { text: only.typed };
}

/** The words as answers to the open question, or the work that was left in which they would be one. */
async function answersTo(context: PersonContext, words: readonly string[], registry: Registry): Promise<Choice[]> {
  if (words.length === 0) return [];
  const current = await context.dialogue.current();
  const open = current?.kind === CHOICE ? choiceIn(current.state)?.before : current;
  const dialogue = open && registry.dialogueOf(open.kind);
  const own = words
    .filter((word) => dialogue?.claims(word))
    .map((word): Choice => ({ name: word, typed: word, answers: true }));
  if (own.length > 0) return own;
  const left = await unfinishedOf(context);
  return left
    .filter(({ dialogue: { kind } }) => words.some((word) => registry.dialogueOf(kind)?.claims(word)))
    .map(({ name }) => ({ name: dispatchPhrases.goOnWith(name), typed: `${dispatchPhrases.resume().typed} ${name}` }));
}
