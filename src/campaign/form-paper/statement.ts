import { countWords, splitWords } from "../../platform/conversation/count-words.ts";
import { CONTINUED } from "../application/received-form/read-document.ts";

/**
 * Divides a long text between its box and the attached page: after a whole paragraph where one ends in time, else within
 * a paragraph. Nothing is left out, and reading the two parts gives the text again.
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
  return { box: `${head}${CONTINUED}`, rest };
}
