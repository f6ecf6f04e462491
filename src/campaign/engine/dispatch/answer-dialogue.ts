import type { QuotedMessage, ReceivedFile } from "../../../platform/chat/dispatcher.ts";
import type { Asks, View } from "../../../platform/chat/view.ts";
import { nounsOf } from "../../directory/nouns.ts";
import { isAcceptanceOver, isListSettled } from "../acceptance.ts";
import { mayUseCommand } from "../command-listing.ts";
import type { PersonContext } from "../context.ts";
import type { Dialogue } from "../feature.ts";
import type { Registry } from "../registry.ts";
import { unfinishedOf } from "../unfinished-work.ts";
import { correctedAnswer } from "./ask-corrected.ts";
import { asText, commandOrAnswer, saidAsText } from "./command-or-answer.ts";
import { namesOne, ofJustOpened } from "./extension-points.ts";
import { answerBehindLabel } from "./label-of-open.ts";
import { isRunOn, type Matched } from "./match-command.ts";
import { dispatchPhrases } from "./phrases.ts";
import { quotedQuestion } from "./quoted-question.ts";
import { hasBeenLeft, isSame } from "./step-aside.ts";

/** In characters: longer than the forms' own words that take more. */
const LONG_WORDS = 4;

export interface Words {
  text: string;
  files: readonly ReceivedFile[];
  /** The command that the text begins with. */
  matched: Matched | undefined;
  quoted?: QuotedMessage;
}

/**
 * `taken`: answered, or asked back. `other`: it is for no dialogue. The other two are for none either, though a message
 * is quoted: its question is no longer open, or it asks nothing while another question is open.
 */
export type Answered = "taken" | "other" | "closed" | "nothing";

interface Question {
  dialogue: Dialogue;
  state: unknown;
  /** Left for a day. */
  isLeft: boolean;
  /** A command recognises the words: 小区地址改为…. */
  isElsewhere: boolean;
  /** The words are no command, or one that the person may use: 代填 by who is doing it for a district. */
  mayBeCommand: boolean;
}

/**
 * Hands the message to the question it answers: the quoted one, else the open one. Order: the dialogue's own words,
 * commands, answers.
 */
export async function answerDialogue(context: PersonContext, said: Words, registry: Registry): Promise<Answered> {
  if (context.place !== "direct") return "other";
  const current = await context.dialogue.current();
  const asked = said.quoted ? await quotedQuestion(context, said.quoted, registry) : "current";
  if (asked === "none") return current ? "nothing" : "other";
  const open = asked === "current" ? current : asked;
  const dialogue = open && registry.dialogueOf(open.kind);
  const parsed = dialogue?.state.safeParse(open?.state);
  // State of an earlier version: the dialogue counts as closed.
  if (!dialogue || !parsed?.success) return asked === "current" ? "other" : "closed";
  const own = open?.actsFor === undefined ? context : context.inPlaceOf(open.actsFor);
  const isLeft = current !== undefined && hasBeenLeft(current, context.now);
  const isElsewhere = registry.commands.some(({ recognises }) => recognises?.(context, said.text));
  const mayBeCommand = mayUseIt(context, said.matched) || mayUseIt(own, said.matched);
  const question = { dialogue, state: parsed.data, isLeft, isElsewhere, mayBeCommand };
  return asked === "current" ? answerOpen(own, said, question) : answerQuoted(own, said, { ...question, asked });
}

async function answerOpen(
  context: PersonContext,
  { text, files, matched }: Words,
  { dialogue, state, isLeft, isElsewhere, mayBeCommand }: Question,
): Promise<Answered> {
  const asSaid = saidAsText(text);
  if (asSaid === undefined && mayBeCommand && matched?.command.owns?.(matched.rest)) return "other";
  const awaited = await dialogue.awaits?.(context, state);
  const labelOf = async (said: Matched) =>
    answerBehindLabel(context, said, await dialogue.labelled?.(context, state, said.words));
  const isText = files.length > 0 || asSaid !== undefined || (awaited === "text" && !mayBeCommand);
  // A question left for a day waits for nothing that could be taken for a command.
  const meaning = isText ? "answer" : commandOrAnswer(text, matched, isLeft ? undefined : awaited);
  const isClaimed = dialogue.claims(text) && !isLonger(matched);
  const label =
    matched && !isText && !isClaimed && !isLeft && !/^\s*[/／]/u.test(text) ? await labelOf(matched) : undefined;
  if (meaning === "command" && !isClaimed && !label) return "other";
  const ask = async (view: View): Promise<Answered> => {
    await dialogue.asked?.(
      context,
      state,
      view.actions.flatMap(({ typed }) => typed ?? []),
    );
    await context.reply(view);
    return "taken";
  };
  if (label && !label.isPlain)
    return ask(dispatchPhrases.labelOrCommand(text, { word: matched?.words ?? "", typed: label.typed }));
  if (meaning === "either" && !isClaimed && !label) {
    if (matched && (await namesItsObject(context, matched))) return "other";
    const waits = await nameOfOpen(context);
    const named = waits === undefined ? {} : { waits };
    return ask(dispatchPhrases.commandOrText(text, { word: matched?.words ?? "", asText: asText(text), ...named }));
  }
  if (isElsewhere && !isText && !isClaimed) {
    if (awaited !== "text" || /^\s*[/／]/u.test(text)) return "other";
    return ask(dispatchPhrases.textOrElsewhere(text, asText(text)));
  }
  if (isLeft && awaited === "text" && !isText && !isClaimed) {
    await context.reply(dispatchPhrases.stillAnswering(text, asText(text)));
    return "taken";
  }
  const isPlain = asSaid === undefined && files.length === 0 && !isClaimed && !label;
  if (isPlain && (await isOfJustOpened(context, text))) return "other";
  if (await isTooLate(context, dialogue)) return "taken";
  const corrected = isClaimed || files.length > 0 || asSaid !== undefined ? undefined : correctedAnswer(dialogue, text);
  if (corrected) return ask(corrected);
  const input = { state, files, text: asSaid ?? label?.typed ?? text, asText: asSaid !== undefined };
  if (!(await dialogue.handle(context, input))) return "other";
  await context.dialogue.touch();
  return "taken";
}

/** 意见 永利新村 住建局 同意: what the command is about stands apart behind it, and the text behind that. */
async function namesItsObject(context: PersonContext, { command, gap, verbatim }: Matched): Promise<boolean> {
  const [name = "", text] = verbatim.trim().split(/\s+/u);
  if (command.takesText !== true || gap !== "blank" || text === undefined) return false;
  return (await context.contributions(namesOne, { text: name, asker: context })).length > 0;
}

const isOfJustOpened = async (asker: PersonContext, text: string): Promise<boolean> =>
  (await asker.contributions(ofJustOpened, { text, asker })).length > 0;

/** What the person is doing, in the words of 继续. */
async function nameOfOpen(context: PersonContext): Promise<string | undefined> {
  const open = await context.dialogue.current();
  return open && (await unfinishedOf(context)).find(({ dialogue }) => isSame(dialogue, open))?.name;
}

/** Who quotes a question answers it, whatever else is open; it goes on from there. */
async function answerQuoted(
  context: PersonContext,
  { text, files, matched }: Words,
  { dialogue, state, asked }: Question & { asked: Asks },
): Promise<Answered> {
  const isCommand = matched !== undefined && (matched.rest === "" || isLonger(matched));
  if (isCommand && !dialogue.claims(text)) return "other";
  if (await isTooLate(context, dialogue)) return "taken";
  const before = await context.dialogue.current();
  await context.dialogue.open(asked.kind, asked.state);
  const quoted = asked.question === undefined ? {} : { question: asked.question };
  const asSaid = saidAsText(text);
  const corrected = files.length > 0 || asSaid !== undefined ? undefined : correctedAnswer(dialogue, text);
  if (corrected) {
    await context.reply(corrected);
    return "taken";
  }
  const input = { state, files, text: asSaid ?? text, asText: asSaid !== undefined, quoted };
  if (await dialogue.handle(context, input)) return "taken";
  await (before ? context.dialogue.open(before.kind, before.state) : context.dialogue.close());
  return "closed";
}

/** An answer to what was asked before 公布 is not taken any more; the question is closed. */
async function isTooLate(context: PersonContext, { until, kind }: Dialogue): Promise<boolean> {
  if (until === undefined || !(await isAcceptanceOver(context))) return false;
  if (until === "listSettled" && !(await isListSettled(context))) return false;
  await context.dialogue.close(kind);
  await context.reply(dispatchPhrases.tooLate(nounsOf(context.campaign.definition)));
  return true;
}

/** Words with an object that the person may not use as a command are taken for the text that is waited for. */
const mayUseIt = ({ campaign: { definition }, person }: PersonContext, matched: Matched | undefined): boolean =>
  matched === undefined || matched.rest === "" || mayUseCommand(definition, person, matched.command);

/** 修改申报 雅苑, 修改申报雅苑 are the command, not the form's word 修改 with a field's name. */
const isLonger = (matched: Matched | undefined): boolean =>
  matched !== undefined &&
  matched.rest !== "" &&
  (matched.gap === "blank" || isRunOn(matched)) &&
  matched.words.length >= LONG_WORDS;
