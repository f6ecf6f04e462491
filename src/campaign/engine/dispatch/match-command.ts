import { distance as editDistance } from "fastest-levenshtein";
import { pinyin } from "pinyin-pro";
import type { Command } from "../feature.ts";

export interface Matched {
  command: Command;
  /** Text after the command's words. */
  rest: string;
  /** `rest` with original punctuation and width. */
  verbatim: string;
}

const EDGE = /^[\s/／\u200b]+|[\s。.！!？?，,；;]+$/g;
/** Characters allowed before a command; NFKC does not change their number. */
const OPENING = /^[\s/／\u200b]+/;
const NEAREST = 3;

/** Half width, without leading slash and closing punctuation. */
export const plainText = (text: string): string => text.normalize("NFKC").replace(EDGE, "").trim();

/**
 * Matches a command at the start of the text, or its pinyin initials as the whole text (`jd` for 进度). The longest words
 * win. A blank separates words and rest; it is optional if the rest does not start with a Chinese character or the
 * command always takes an object.
 */
export function matchCommand(commands: readonly Command[], text: string): Matched | undefined {
  const plain = plainText(text);
  const lower = plain.toLowerCase();
  const candidates = commands
    .flatMap((command) => (command.words ?? []).map((words) => ({ command, words })))
    .sort((a, b) => b.words.length - a.words.length);
  for (const { command, words } of candidates) {
    if (!lower.startsWith(words.toLowerCase())) continue;
    const rest = plain.slice(words.length);
    if (rest === "" || /^\s/.test(rest) || command.joined || /^[^\p{Script=Han}]/u.test(rest))
      return { command, rest: rest.trim(), verbatim: text.replace(OPENING, "").slice(words.length).trim() };
  }
  const initials = candidates.find(({ words }) => initialsOf(words) === lower);
  return initials ? { command: initials.command, rest: "", verbatim: "" } : undefined;
}

/** The three closest commands, closest first. */
export function nearestWords(commands: readonly Command[], text: string): string[] {
  const plain = plainText(text).toLowerCase();
  const ranked = commands.flatMap(({ words: [word, ...others] = [] }) =>
    word === undefined ? [] : [{ word, distance: Math.min(...[word, ...others].map((one) => distance(plain, one))) }],
  );
  return ranked
    .sort((a, b) => a.distance - b.distance)
    .slice(0, NEAREST)
    .map(({ word }) => word);
}

/** Also compares only the start of the text, so that a long rest does not hide a match. */
const distance = (text: string, words: string): number =>
  Math.min(
    editDistance(text, words),
    editDistance(text.slice(0, words.length), words) + 0.5,
    editDistance(text, initialsOf(words)) + 0.5,
    editDistance(text, pinyinOf(words)) + 0.5,
  );

/** Non-Chinese words stay unchanged, also in {@link pinyinOf}. */
const initialsOf = (words: string): string =>
  isChinese(words) ? pinyin(words, { pattern: "first", toneType: "none", type: "array" }).join("") : words;

const pinyinOf = (words: string): string =>
  isChinese(words) ? pinyin(words, { toneType: "none", type: "array" }).join("") : words;

const isChinese = (words: string): boolean => /^\p{Script=Han}+$/u.test(words);
