import type { View } from "../../../platform/chat/view.ts";
import { withoutAddress } from "../../../platform/conversation/answers/not-content.ts";
import { awaitListed, CHOICE, endChoice, withoutListed } from "../choice.ts";
import type { PersonContext } from "../context.ts";
import { asksOfState } from "./extension-points.ts";
import { dispatchPhrases } from "./phrases.ts";
import { remindOpen } from "./remind-open.ts";

/** Answers a question about the asker's own work; the open question is named and stays. @returns false if it is none */
export async function answerState(
  context: PersonContext,
  text: string,
  { isCommand } = { isCommand: false },
): Promise<boolean> {
  const view = await stateView(context, text, isCommand);
  if (!view) return false;
  const before = context.place === "direct" ? await context.dialogue.current() : undefined;
  const reminded = await remindOpen(context, withoutListed(view), { before, command: { id: "standing" } });
  if (reminded) await context.reply(reminded);
  // A list that was shown before takes no number any more.
  if (before?.kind === CHOICE && view.body.some(({ kind }) => kind === "list")) await endChoice(context);
  await awaitListed(context, view.listed ?? []);
  return true;
}

async function stateView(context: PersonContext, text: string, isCommand: boolean): Promise<View | undefined> {
  const [view] = await context.contributions(asksOfState, { text, asker: context, isCommand });
  const bare = view || isCommand ? text : withoutAddress(text).replace(ENDING, "");
  // 那个小助手…截止啊
  if (!view && bare !== "" && bare !== text) {
    const [said] = await context.contributions(asksOfState, { text: bare, asker: context, isCommand });
    if (said) return said;
  }
  const asked = view ? [] : questionsIn(text);
  if (asked.length < 2) return view;
  const views: View[] = [];
  for (const one of asked) {
    const [answer] = await context.contributions(asksOfState, { text: one, asker: context, isCommand: false });
    if (!answer) return undefined;
    views.push(answer);
  }
  return together(views);
}

/** 什么时候截止啊 */
const ENDING = /(?<=\S{3})[啊呀呢哦哈嘛]+[。?？!！\s]*$/u;
const MOST = 60;
const BETWEEN = /[?？。;；,，\s]+|(?<=.{2})(?:还有|另外|以及|然后|顺便(?:问一?下)?)(?=.{3})/gu;

/** 提交了吗，什么时候截止: more than one in a message. */
function questionsIn(text: string): readonly string[] {
  if (text.length > MOST) return [];
  return text.split(BETWEEN).filter((part) => part.trim() !== "");
}

/** Each answer below its title. */
function together(views: readonly View[]): View {
  const [first] = views;
  const body = views.flatMap(({ title, body }) => [{ kind: "heading" as const, text: title }, ...body]);
  return { title: dispatchPhrases.severalAnswers(), tone: first?.tone ?? "running", body, actions: [] };
}
