import { visibleText } from "../../../shared/visible-text.ts";
import { isRunOn, type Matched, plainText } from "./match-command.ts";

/** What an open question waits for. `value`: numbers, names of a list, a day; undefined: not said. */
export type Awaited = "text" | "value" | undefined;

/** `either`: the words may be a command or the text that is waited for. */
export type Meaning = "command" | "answer" | "either";

/**
 * In characters, longer than any command with its object. A longer text answers the open question even if it starts
 * like a command.
 */
const MAX_COMMAND = 40;
/** Of a command's object: a name, a number. */
const MAX_OBJECT = 20;
const SENTENCE = /[,，。;；!！?？\n]/u;

/**
 * Whether words that begin like a command are one while a question is open. Where a text is waited for they are only if
 * they stand alone, after a slash, or with an object; 推荐，因居民满意度高 is a text, and what may be both is asked.
 */
export function commandOrAnswer(text: string, matched: Matched | undefined, awaited: Awaited): Meaning {
  if (!matched) return "answer";
  const said = visibleText(text).trim();
  if (matched.rest === "") return "command";
  const isLongCommand = matched.command.takesText === true && matched.gap !== "none";
  // 材料：东方花园2016年交付，…: the name of a field, and what it says.
  const isField = matched.gap === "sign" && matched.verbatim.length > MAX_OBJECT && SENTENCE.test(matched.verbatim);
  if (awaited === "value") return isField && !isLongCommand && !/^[/／]/u.test(said) ? "answer" : "command";
  if (awaited === undefined) return isLongCommand || plainText(text).length <= MAX_COMMAND ? "command" : "answer";
  if (/^[/／]/u.test(said)) return "command";
  const isObject = matched.verbatim.length <= MAX_OBJECT && !SENTENCE.test(matched.verbatim);
  if (isRunOn(matched)) return "either";
  if (isObject && matched.gap !== "sign") return "command";
  return matched.gap === "blank" && (isLongCommand || said.length <= MAX_COMMAND) ? "either" : "answer";
}

/** 内容：推荐 某小区: a text that is not to be taken for a command. */
const AS_TEXT = /^内容[:：]\s*/u;

export const asText = (text: string): string => `内容：${text}`;

/** The text after 内容：; undefined if the message does not begin with it. */
export const saidAsText = (text: string): string | undefined =>
  AS_TEXT.test(text.trimStart()) ? text.trimStart().replace(AS_TEXT, "") : undefined;
