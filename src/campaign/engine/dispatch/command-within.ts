import { EMPTY_WORDS, withoutFillers } from "../../../platform/conversation/spoken.ts";
import type { PersonContext } from "../context.ts";
import type { Command } from "../feature.ts";
import { namesOne } from "./extension-points.ts";
import { plainText } from "./match-command.ts";
import type { Suggestion } from "./suggest.ts";

/** In characters. */
const [MIN_WORDS, FULL, MIN_CONTENT, LONGEST] = [2, 4, 6, 80];
/** What says that something is to be done, or to wait, and nothing else. */
const SAYS_NOTHING = new RegExp(
  `^(?:${EMPTY_WORDS}|等一?[下等]|我们?(?:这边)?|现在|先|再|就|把|给|要|想|请|麻烦|帮我|帮忙|[，,、。\\s])*$`,
  "u",
);
const LED = new RegExp(`^(?:${EMPTY_WORDS}|[:：，,、。\\s])+`, "u");
const ENDS = new RegExp(`(?:${EMPTY_WORDS}|[，,、。\\s]|了)+$`, "u");
/** 名单盖章件审签人那个张国强: within what follows. */
const WITHIN = /(?<=\p{Script=Han})(?:那个|[嗯呃]+)(?=\p{Script=Han})/gu;

/** 工作报告不写了, 工作报告里的数字: said of it, and nothing that it takes. */
const NO_CONTENT = /^[不没别未晚还已都也在的是有交报写发好完里中上错怎什哪]|怎么|什么|如何|[吗么呢]$/u;

interface Found {
  command: Pick<Command, "words" | "takesText" | "ofCase">;
  word: string;
  at: number;
}

/** The one command whose words stand in the text; of words within others the longer. */
export function commandIn(commands: readonly Found["command"][], said: string): Found | undefined {
  const all = commands.flatMap((command) =>
    (command.words ?? [])
      .filter((word) => word.length >= MIN_WORDS && said.includes(word))
      .map((word) => ({ command, word, at: said.indexOf(word) })),
  );
  const apart = all.filter((one) => !all.some(({ word }) => word !== one.word && word.includes(one.word)));
  // 意见建议就是那个申报表…: what takes a text, and is said in full at its head, has the rest as its text.
  const head = apart.find(({ at, word, command }) => at === 0 && command.takesText && word.length >= FULL);
  if (head) return head;
  const [only, ...more] = apart;
  return only && more.every(({ command }) => command === only.command) ? only : undefined;
}

/**
 * 初评东升花园吧, 哦等一下东升花园先撤回, 意见建议就是那个…: a sentence that holds the words of one command, and what it
 * takes: that command, to be sent. Undefined for other sentences.
 */
export async function commandWithin(
  context: PersonContext,
  text: string,
  commands: readonly Found["command"][],
): Promise<Suggestion | undefined> {
  const said = plainText(withoutFillers(text));
  const found = [...said].length > LONGEST || /[\n\t?？]/u.test(said) ? undefined : commandIn(commands, said);
  if (!found) return undefined;
  const { command, word, at } = found;
  const before = said.slice(0, at);
  const behind = said
    .slice(at + word.length)
    .replace(LED, "")
    .replace(ENDS, "");
  const isLed = SAYS_NOTHING.test(before);
  const name = isLed ? behind : behind === "" ? before.replace(LEADS_TO_NAME, "").replace(TO_BE_DONE, "") : "";
  const isNamed =
    name.length >= MIN_WORDS && (await context.contributions(namesOne, { text: name, asker: context })).length === 1;
  if (isNamed) return offered(word, name);
  const content = behind.replaceAll(WITHIN, "");
  // 初评鹿山 3-4 2: without a case that is known it would be refused.
  const isContent = !command.ofCase && content.length >= MIN_CONTENT && !NO_CONTENT.test(content);
  return isLed && command.takesText && isContent ? offered(word, content) : undefined;
}

const LEADS_TO_NAME = new RegExp(`^(?:${EMPTY_WORDS}|等一?[下等]|那|把|给|[，,、\\s])+`, "u");
/** 东升花园先撤回 */
const TO_BE_DONE = /(?:先|再|要|的|也|都|我们?|请|[，,、\s])+$/u;

const offered = (word: string, what: string): Suggestion => ({ label: `${word} ${what}`, typed: `${word} ${what}` });
