import { countWords, splitWords } from "../../platform/conversation/count-words.ts";
import { CONTINUED } from "../application/received-form/read-document.ts";

/** A sentence that ends in the last part of the box ends the box. */
const LAST_PART = 0.15;
const SENTENCE_END = /[。！？；][”’）」』]*/gu;
/** Not at the beginning of a page. */
const CLOSING = /^[，。；：、！？）】」』”’》…—％%]/u;

/**
 * Divides a long text between its box and the attached page: after a whole paragraph where one ends in time, else after
 * a sentence near the end of the box, else between two characters. Nothing is left out, and reading the two parts gives the text again.
 * @param most 字数 of the box
 */
export function splitStatement(text: string, most: number | undefined): { box: string; rest: string } {
  if (most === undefined || countWords(text) <= most) return { box: text, rest: "" };
  const paragraphs = text.split("\n");
  let fitting = 0;
  while (countWords(paragraphs.slice(0, fitting + 1).join("\n")) <= most) fitting += 1;
  if (fitting > 0) {
    const box = paragraphs.slice(0, fitting).join("\n");
    return { box: `${box}\n${CONTINUED}`, rest: paragraphs.slice(fitting).join("\n") };
  }
  const { head, rest } = splitWords(text, most);
  const at = sentenceEnd(head) ?? beforeClosing(head, rest);
  return { box: `${head.slice(0, at)}${CONTINUED}`, rest: head.slice(at) + rest };
}

/** Where the last sentence of the box ends, if near its end. */
function sentenceEnd(head: string): number | undefined {
  const last = [...head.matchAll(SENTENCE_END)].at(-1);
  const end = last && last.index + last[0].length;
  return end !== undefined && end >= head.length * (1 - LAST_PART) ? end : undefined;
}

/** The end of the box, or a character before it where the page would begin with a closing mark. */
function beforeClosing(head: string, rest: string): number {
  let at = head.length;
  while (at > 1 && CLOSING.test(head.slice(at) + rest)) at -= 1;
  return at;
}
