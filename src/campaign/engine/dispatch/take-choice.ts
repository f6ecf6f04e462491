import { isNoName } from "../../../platform/conversation/answers/not-content.ts";
import { talkIn } from "../../../platform/conversation/answers/talk.ts";
import { plainAnswer } from "../../../platform/conversation/plain.ts";
import { dayOf } from "../../../shared/civil-date.ts";
import { districtName } from "../../definition/districts.ts";
import { awaitChoice, CHOICE, choiceIn, chosenOf, chosenWithMore, endChoice, isBareNumber } from "../choice.ts";
import type { PersonContext } from "../context.ts";
import type { Command } from "../feature.ts";
import { onBehalfPhrases } from "../on-behalf-phrases.ts";
import type { Registry } from "../registry.ts";
import { answerState } from "./answer-state.ts";
import { otherDayIn } from "./choice-of-day.ts";
import { disarm, isCancelling, pendingOf } from "./disarm.ts";
import { understood } from "./extension-points.ts";
import type { FullWords } from "./full-words.ts";
import { correctKept, dropPaste, keptPaste } from "./kept-paste.ts";
import { matchCommand, plainText } from "./match-command.ts";
import { namesCommand } from "./named-offers.ts";
import { pastedElsewhere } from "./pasted-text.ts";
import { dispatchPhrases } from "./phrases.ts";
import { saidFurther } from "./said-further.ts";
import { hasBeenLeft } from "./step-aside.ts";

const CANCEL =
  /^(?:取消|作废|退出|返回|不(?:办|用|报|弄|选|撤|填|要)了?|算了吧?|先?不(?:办|弄|选)了?吧?|都?不是|cancel)$/iu;

export interface TakenWords {
  text: string;
  /** The command of the one that was chosen: it answers no other question. */
  isChosen: boolean;
}

/** 稍等, 好的等一下: the question waits. */
const WAITS =
  /^(?:[嗯好行哦]|好的|收到|知道了|[,，\s])*(?:请)?(?:稍等|稍候|等一?[下等]|等会儿?|等一会儿?)[了吧啊哦。,，\s]*(?:我.{0,8})?$/u;

/** 取消, 作废, 明天弄: none of them is wanted now. */
export const endsChoice = (text: string): boolean =>
  CANCEL.test(plainAnswer(text)) || (talkIn(text) === "putOff" && !WAITS.test(plainAnswer(text)));

/**
 * The words that the message stands for, written out, while it is asked which of several is meant: the command of the chosen one, else
 * the message itself. Undefined: it was answered.
 */
export async function takeChoice(
  context: PersonContext,
  { said, text, several, files }: FullWords & { said: string; files: readonly unknown[] },
  { commands }: Registry,
): Promise<TakenWords | undefined> {
  const open = context.place === "direct" ? await context.dialogue.current() : undefined;
  const asked = open?.kind === CHOICE ? choiceIn(open.state) : undefined;
  const itself = { text, isChosen: false };
  // A file goes its way, and words beside it are about it; the choice stays open.
  if (!asked || files.length > 0 || text.trim() === "") return itself;
  if (asked.listed && !isBareNumber(said)) {
    await endChoice(context);
    return itself;
  }
  const inPlace = (sent: string): string =>
    open?.actsFor === undefined
      ? sent
      : onBehalfPhrases.typed(districtName(context.campaign.definition, open.actsFor), sent);
  // 申请延期 once more, while its reason is waited for: it begins anew.
  const [only, ...others] = asked.choices;
  if (only?.lacks !== undefined && others.length === 0 && matchCommand(commands, text)?.rest === "") {
    await endChoice(context);
    return itself;
  }
  const chosen = chosenOf(asked.choices, said);
  const sent = chosen?.typed ?? chosenWithMore(asked.choices, text);
  if (sent !== undefined) {
    await endChoice(context);
    return { text: inPlace(sent), isChosen: chosen?.answers !== true };
  }
  if (open && hasBeenLeft(open, context.now)) {
    // What was open before it waits for 继续: nothing that is said a day later answers it.
    await context.dialogue.close(CHOICE);
    return itself;
  }
  if (endsChoice(text)) {
    await endChoice(context);
    if (isCancelling(text)) await disarm(context);
    const kept = await keptPaste(context);
    if (asked.choices.some(({ typed }) => kept.some((one) => one.typed === typed))) await dropPaste(context);
    await context.reply(dispatchPhrases.choiceCancelled(asked.before !== undefined));
    return undefined;
  }
  if (several || matchCommand(commands, text) || commands.some(({ recognises }) => recognises?.(context, text)))
    return itself;
  // 初评江南名苑: said of something else, without the blank.
  if (beginsLikeCommand(commands, text)) return itself;
  if (await answerState(context, text)) return undefined;
  const year = context.campaign.definition.campaign.year.value;
  const when = { today: dayOf(context.now), year };
  const further = saidFurther(asked.choices, text, { ...when, isOther: asked.before !== undefined });
  if (further?.kind === "sent") {
    await endChoice(context);
    return { text: inPlace(further.typed), isChosen: true };
  }
  if (further) {
    await awaitChoice(context, further.choices);
    await context.reply(dispatchPhrases.chooseWithMore(text, further.choices));
    return undefined;
  }
  // Only the rest was waited for, and this is none.
  if (asked.choices.length === 1 && asked.choices[0]?.lacks !== undefined) {
    await endChoice(context);
    return itself;
  }
  // What it may be said of is offered; a number then means what was listed last.
  const { person, place, chat } = context;
  const views = await context.contributions(understood, { text, person, place, chat });
  const elsewhere = views.find(({ actions }) => actions.length > 0);
  if (elsewhere) {
    const listed = elsewhere.actions.flatMap(({ label, typed }) =>
      typed === undefined ? [] : [{ name: label, typed }],
    );
    if (listed.length > 0) await awaitChoice(context, listed);
    await context.reply(elsewhere);
    return undefined;
  }
  const pasted = await pastedElsewhere(context, text);
  if (pasted) {
    await context.reply(pasted);
    return undefined;
  }
  if (isOfOther(asked.choices, text) || namesCommand(commands, text) || (await pendingOf(context)).length > 0) {
    await endChoice(context);
    return itself;
  }
  const other = otherDayIn(asked.choices, text, when);
  if (other?.kind === "day") {
    await awaitChoice(context, other.choices);
    await correctKept(context, other.choices, other);
    await context.reply(dispatchPhrases.chooseWithDay(other.from, other.to, other.choices));
    return undefined;
  }
  if (other) {
    await endChoice(context);
    await context.reply(dispatchPhrases.sayAnew(text));
    return undefined;
  }
  await context.reply(dispatchPhrases.chooseAgain(talkIn(text) === undefined ? text : "", asked.choices));
  return undefined;
}

/** In characters: no name with what people say around it is as long. */
const LONGEST = 20;
/** 改2-4 5, 2-4还是4 */
const OF_ROW = /\d{1,2}\s*[-－–杠]\s*\d{1,2}/u;
const MIN_SHARED = 2;

/** 确认删除, 改2-4 5, 把名单报上去: said of none of them. */
export function isOfOther(choices: readonly { name: string }[], text: string): boolean {
  const said = plainAnswer(text);
  const isNamed = choices.some(({ name }) =>
    Array.from(name, (_, at) => name.slice(at, at + MIN_SHARED)).some(
      (part) => [...part].length === MIN_SHARED && said.includes(part),
    ),
  );
  if (isNamed || talkIn(text) !== undefined) return false;
  return isNoName(text) || OF_ROW.test(said) || [...said].length > LONGEST;
}

function beginsLikeCommand(commands: readonly Command[], text: string): boolean {
  const plain = plainText(text);
  return commands.some(({ words }) => words?.some((word) => [...word].length >= 2 && plain.startsWith(word)) ?? false);
}
