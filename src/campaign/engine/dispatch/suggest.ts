import { distance as editDistance } from "fastest-levenshtein";
import { pinyin } from "pinyin-pro";
import type { Action } from "../../../platform/chat/view.ts";
import { simplified } from "../../../platform/conversation/simplified.ts";
import type { Command } from "../feature.ts";
import { initialsOf, plainText } from "./match-command.ts";

const MOST = 3;

export interface Suggestible {
  /** Those that the person may use here and now, the usual ones first. */
  commands: readonly Pick<Command, "words" | "alsoCalled">[];
  /** What waits for the person, most urgent first. */
  waiting: readonly Pick<Action, "label" | "typed">[];
}

/** A button: what it says and what it sends. */
export type Suggestion = Pick<Action, "label" | "typed">;

/**
 * The three nearest to what was said: first words that are spelt or sound like it, with what followed them, then what
 * waits for the person, then the usual ones.
 */
export function suggest(text: string, { commands, waiting }: Suggestible): Suggestion[] {
  const plain = apart(simplified(plainText(text)).toLowerCase(), commands);
  const [head = "", ...rest] = plain.split(" ");
  const near = commands
    .flatMap(({ words: own = [], alsoCalled = [] }) => {
      const [usual] = own;
      if (usual === undefined) return [];
      const words = [...own, ...alsoCalled];
      const whole = Math.min(...words.map((word) => distance(plain, word)));
      const first =
        rest.length === 0 ? Number.POSITIVE_INFINITY : Math.min(...words.map((word) => distance(head, word)));
      const typed = first < whole && isObject(rest) ? `${usual} ${rest.join(" ")}` : usual;
      return [
        {
          label: typed,
          typed,
          off: Math.min(whole, first),
          isNear: words.some((word) => isNear(first < whole ? head : plain, word)),
        },
      ];
    })
    .filter((one) => one.isNear)
    .sort((a, b) => a.off - b.off)
    .map(({ label, typed }) => ({ label, typed }));
  const usual = commands.flatMap(({ words: [word] = [] }) =>
    word === undefined ? [] : [{ label: word, typed: word }],
  );
  const all = [...near, ...waiting.map(({ typed }) => ({ label: typed, typed })), ...usual];
  return all.filter(({ typed }, at) => all.findIndex((one) => one.typed === typed) === at).slice(0, MOST);
}

/** What followed is offered again where it may be a name: no sentence is made a command's object. */
const isObject = (rest: readonly string[]): boolean =>
  rest.length === 1 &&
  !SAYS_MORE.test(rest[0] ?? "") &&
  /^[\p{Script=Han}A-Za-z][^,，。;；!！?？:：]{0,19}$/u.test(rest[0] ?? "");

/** 想改成十月九号: what is wanted, and no name. */
const SAYS_MORE =
  /^(?:我们?|想|要|再|先|能|可以|请|应该?是|不是|是)|改成|改为|换成|延期|延到|延至|推迟|什么|怎么|(?:\d|[一二三四五六七八九十])[月日号]/u;

const MIN_WORDS = 2;

/** 出评塔山小区, said without a pause: what sounds like a command stands apart. */
function apart(plain: string, commands: Suggestible["commands"]): string {
  if (plain.includes(" ") || !isChinese(plain)) return plain;
  const sounding = commands
    .flatMap(({ words = [] }) => words)
    .filter(
      (words) =>
        isChinese(words) &&
        !plain.startsWith(words) &&
        words.length >= MIN_WORDS &&
        plain.length >= words.length + MIN_WORDS,
    )
    .find((words) => pinyinOf(plain.slice(0, words.length)) === pinyinOf(words));
  return sounding === undefined ? plain : `${plain.slice(0, sounding.length)} ${plain.slice(sounding.length)}`;
}

/** One sign in two may be wrong; of spoken words the sound counts. */
const isNear = (text: string, words: string): boolean =>
  !differsInObject(text, words) &&
  // Of words of one sign only the sound may differ.
  distance(text, words) <= (words.length < MIN_WORDS ? HALF : Math.max(1, Math.floor(words.length / 2)) + HALF);

const HALF = 0.5;

const DONE_TO = /^(?:确认|撤回|取消|修改|删除|恢复)(?=\p{Script=Han}{2}$)/u;

/** 确认删除 is not nearly 确认报送: the same is done, and to another thing. */
function differsInObject(text: string, words: string): boolean {
  const [verb = ""] = DONE_TO.exec(text) ?? [];
  if (verb === "" || !words.startsWith(verb) || words === verb) return false;
  const [said, meant] = [text, words].map((one) => pinyinOf(one.slice(verb.length)));
  return editDistance(said ?? "", meant ?? "") > (meant ?? "").length / 2;
}

/** Also compares only the start of the text, so that a long rest does not hide a match, and the sound. */
const distance = (text: string, words: string): number =>
  Math.min(
    editDistance(text, words),
    editDistance(text.slice(0, words.length), words) + HALF,
    editDistance(text, initialsOf(words)) + HALF,
    isChinese(words) ? (editDistance(pinyinOf(text), pinyinOf(words)) + 1) * HALF : Number.POSITIVE_INFINITY,
  );

/** Non-Chinese words stay unchanged. */
const pinyinOf = (words: string): string =>
  isChinese(words) ? pinyin(words, { toneType: "none", type: "array" }).join("") : words;

const isChinese = (words: string): boolean => /^\p{Script=Han}+$/u.test(words);
